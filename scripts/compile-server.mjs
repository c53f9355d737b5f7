// Compiles the server with its tests to JavaScript, for a run of all of them. With the loader, every process and every
// thread of a server would compile for itself, which takes longer than most tests.
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');
/** Folders with TypeScript; the tests of the server share pages and feeds with those of the element. */
const COMPILED = ['src', 'test', 'server/src', 'server/test'];
const ABOVE_COMPILED = ['.', 'server'];

const typescriptIn = (folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : typescriptIn(path);
    return /(?<!\.d)\.ts$/.test(path) ? [path] : [];
  });

const linkRest = (folder, target) => {
  mkdirSync(join(target, folder), { recursive: true });
  for (const name of readdirSync(join(ROOT, folder))) {
    const path = join(folder, name);
    if (name === '.git' || [...COMPILED, ...ABOVE_COMPILED].includes(path)) continue;
    symlinkSync(join(ROOT, path), join(target, path));
  }
};

/**
 * Makes a copy of the repository's tree in which the server and its tests are JavaScript, file by file, and all else is a
 * link, so that paths between files stay true.
 *
 * @param target An empty folder.
 */
export async function compileServer(target) {
  for (const folder of ABOVE_COMPILED) linkRest(folder, target);
  await build({
    absWorkingDir: ROOT,
    entryPoints: COMPILED.flatMap(typescriptIn),
    outbase: '.',
    outdir: target,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
  });
}
