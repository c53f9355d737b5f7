// What TypeScript says of an app that imports every entry of the package; see apps/typescript.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './prepare-app.mjs';

const MODULES = { bundler: 'esnext', nodenext: 'nodenext' };
/** A `@ts-expect-error` without an error: what must be wrong is taken. */
const IS_TAKEN = /error TS2578/;

const SHARED = {
  noEmit: true,
  strict: true,
  skipLibCheck: false,
  noUncheckedSideEffectImports: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'preserve',
  resolveJsonModule: true,
  types: [],
};

/** Fails unless the sources import each entry of the installed package. */
const checkEntries = (copy) => {
  const installed = join(copy, 'node_modules/outage-status/package.json');
  const sources = readdirSync(copy)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(copy, name), 'utf8'))
    .join('\n');
  const missing = Object.keys(JSON.parse(readFileSync(installed, 'utf8')).exports)
    .map((entry) => entry.replace(/^\./, 'outage-status'))
    .filter(
      (entry) => !sources.includes(entry.endsWith('*') ? `'${entry.slice(0, -1)}` : `'${entry}'`),
    );
  if (missing.length > 0) throw new Error(`no source imports ${missing.join(', ')}`);
};

/** @returns The lines of errors. */
const compile = async (copy, compiler) => {
  try {
    await run(
      'node',
      [`node_modules/${compiler}/bin/tsc`, '--project', '.', '--pretty', 'false'],
      copy,
    );
    return [];
  } catch (error) {
    const lines = error.message.split('\n').filter((line) => /error TS\d+/.test(line));
    if (lines.length === 0) throw error;
    return lines;
  }
};

/**
 * Compiles with each compiler, resolution of modules and meaning of an optional property.
 *
 * @param app.compilers Names by the packages that hold them.
 * @returns By the settings' name: for each assertion `undefined` if it holds, else what is wrong.
 */
export async function checkTypes({ app, copy }) {
  checkEntries(copy);
  const pages = {};
  for (const [compiler, name] of Object.entries(app.compilers)) {
    for (const [moduleResolution, module] of Object.entries(MODULES)) {
      for (const exactOptionalPropertyTypes of [true, false]) {
        const compilerOptions = { ...SHARED, module, moduleResolution, exactOptionalPropertyTypes };
        const config = { compilerOptions, include: ['*.ts', '*.tsx'] };
        writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config));
        const errors = await compile(copy, compiler);
        const exact = `${exactOptionalPropertyTypes ? 'with' : 'without'} \`exactOptionalPropertyTypes\``;
        const listed = (lines) => (lines.length > 0 ? lines.join('; ') : undefined);
        pages[`${name}, \`${moduleResolution}\`, ${exact}`] = {
          'right use': listed(errors.filter((line) => !IS_TAKEN.test(line))),
          'wrong use': listed(errors.filter((line) => IS_TAKEN.test(line))),
        };
      }
    }
  }
  return pages;
}
