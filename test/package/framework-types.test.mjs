// Types of the tag in frameworks, checked by the real checker of each; see frameworks/types/.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { findPrograms, FRAMEWORKS_FOLDER } from '../../scripts/engines.mjs';
import { installPackage, program, run } from './installed-package.mjs';

const TYPES = join(FRAMEWORKS_FOLDER, 'types');
const installed = (name) => join(FRAMEWORKS_FOLDER, 'node_modules', name);

/** Frameworks with JSX: the packages that hold their types, and our entry. */
const JSX = {
  react: { packages: ['@types/react'], entry: 'react' },
  preact: { packages: ['preact'], entry: 'preact' },
  'solid-js': { packages: ['solid-js'], entry: 'solid' },
};

/** Frameworks with templates: their package, and the command that checks them. */
const TEMPLATES = {
  vue: { packages: ['vue'], command: ['vue-tsc/bin/vue-tsc.js', '--project', '.'] },
  svelte: {
    packages: ['svelte'],
    command: ['svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--output=machine'],
  },
  angular: {
    packages: ['@angular/core'],
    command: [
      '@angular/compiler-cli/bundles/src/bin/ngc.js',
      '--project',
      '.',
      '--pretty',
      'false',
    ],
  },
};

const ENTRIES = ['jsx', 'react', 'preact', 'solid', 'vue', 'svelte', 'angular'];

/** `bad.vue(8,19): error …`, `1796045467894 ERROR "bad.svelte" 6:16 …`, `bad.ts:9:21 - error …` */
const ERROR = /^(?:\d+ ERROR )?"?([\w.]+)(?:\(|" |:)(\d+)[:,]\d+(?:\): error| "| - error)/gm;

const TSCONFIG = {
  compilerOptions: {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    verbatimModuleSyntax: true,
    types: [],
  },
  vueCompilerOptions: { strictTemplates: true },
  angularCompilerOptions: { strictTemplates: true },
  include: ['*'],
};

if (findPrograms().frameworks) {
  describe('the types for frameworks', () => {
    let consumer;
    before(() => {
      consumer = installPackage();
    });
    after(() => consumer?.remove());

    const pathOf = (name) => join(consumer.folder, 'node_modules', name);
    const link = (name) => {
      mkdirSync(dirname(pathOf(name)), { recursive: true });
      symlinkSync(installed(name), pathOf(name));
    };
    afterEach(() => {
      for (const { packages } of Object.values({ ...JSX, ...TEMPLATES }))
        for (const name of packages) rmSync(pathOf(name), { recursive: true, force: true });
      rmSync(pathOf('react'), { recursive: true, force: true });
    });

    const compile = (source, entries, files, { skipLibCheck = false } = {}) => {
      for (const file of files) copyFileSync(join(TYPES, file), join(consumer.folder, file));
      const imports = entries.map((entry) => `import type {} from 'outage-status/${entry}';\n`);
      writeFileSync(join(consumer.folder, 'imports.ts'), imports.join(''));
      const options =
        '--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --target es2022 --lib es2023,dom,dom.iterable --module esnext --moduleResolution bundler --jsx preserve --jsxImportSource';
      return run(
        program('tsc'),
        [
          ...options.split(' '),
          source,
          '--types',
          '',
          '--skipLibCheck',
          String(skipLibCheck),
          'imports.ts',
          ...files,
        ],
        { cwd: consumer.folder },
      );
    };

    for (const [framework, { packages, entry }] of Object.entries(JSX)) {
      it(`know the tag in ${framework} by the documented import, without the other frameworks`, () => {
        packages.forEach(link);
        const files = ['tags.tsx', `${framework}.tsx`];
        assert.equal(compile(framework, [entry], files, { skipLibCheck: true }), '');
      });
    }

    it('know the tag in solid-js where no other file imports it', () => {
      link('solid-js');
      assert.equal(compile('solid-js', ['solid'], ['tags.tsx'], { skipLibCheck: true }), '');
    });

    it('know the tag by the import of several frameworks at once, where all are installed', () => {
      for (const { packages } of Object.values({ ...JSX, ...TEMPLATES })) packages.forEach(link);
      assert.equal(compile('preact', ENTRIES, ['tags.tsx', 'preact.tsx']), '');
    });

    it('make no error where no framework is installed', () => {
      assert.equal(compile('react', ENTRIES, []), '');
    });

    it('make no error beside a React without types', () => {
      link('preact');
      mkdirSync(pathOf('react'));
      writeFileSync(join(pathOf('react'), 'package.json'), '{"name":"react","main":"index.js"}');
      writeFileSync(join(pathOf('react'), 'index.js'), 'module.exports = {};');
      assert.equal(compile('preact', ['jsx', 'react'], ['tags.tsx', 'preact.tsx']), '');
    });

    for (const [framework, { packages, command }] of Object.entries(TEMPLATES)) {
      it(`find every mistake in templates of ${framework}, and no other`, () => {
        packages.forEach(link);
        const folder = join(consumer.folder, framework);
        cpSync(join(TYPES, framework), folder, { recursive: true });
        writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
        const [script, ...parameters] = command;
        const { stdout, stderr } = spawnSync(process.execPath, [installed(script), ...parameters], {
          cwd: folder,
          encoding: 'utf8',
        });
        const output = stripVTControlCharacters(stdout + stderr);
        const lines = [...output.matchAll(ERROR)].map(([, file, line]) => `${file}:${line}`);
        const bad = readdirSync(folder).find((name) => name.startsWith('bad.'));
        const expected = readFileSync(join(folder, bad), 'utf8')
          .split('\n')
          .flatMap((text, index) =>
            /^\s*<outage-status/.test(text) ? [`${bad}:${index + 1}`] : [],
          );
        assert.deepEqual([...new Set(lines)].toSorted(), expected.toSorted(), output);
      });
    }
  });
}
