// Types of the tag in JSX, compiled with the real types of each framework; see frameworks/types/.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { findPrograms, FRAMEWORKS_FOLDER } from '../../scripts/engines.mjs';
import { installPackage, program, run } from './installed-package.mjs';

/** The packages that hold each framework's types. */
const FRAMEWORKS = {
  react: ['@types/react'],
  preact: ['preact'],
  'solid-js': ['solid-js'],
};

if (findPrograms().frameworks) {
  describe('the types for JSX', () => {
    let consumer;
    before(() => {
      consumer = installPackage();
    });
    after(() => consumer?.remove());

    const pathOf = (name) => join(consumer.folder, 'node_modules', name);
    const link = (name) => {
      mkdirSync(dirname(pathOf(name)), { recursive: true });
      symlinkSync(join(FRAMEWORKS_FOLDER, 'node_modules', name), pathOf(name));
    };
    afterEach(() => {
      for (const name of [...Object.values(FRAMEWORKS).flat(), 'react'])
        rmSync(pathOf(name), { recursive: true, force: true });
    });

    const compile = (source, ...files) => {
      for (const file of files)
        copyFileSync(join(FRAMEWORKS_FOLDER, 'types', file), join(consumer.folder, file));
      const options =
        '--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --skipLibCheck false --target es2022 --lib es2023,dom,dom.iterable --module esnext --moduleResolution bundler --jsx preserve --jsxImportSource';
      return run(program('tsc'), [...options.split(' '), source, '--types', '', ...files], {
        cwd: consumer.folder,
      });
    };

    for (const [framework, packages] of Object.entries(FRAMEWORKS)) {
      it(`know the tag in ${framework} by the documented import, without the other frameworks`, () => {
        packages.forEach(link);
        assert.equal(compile(framework, 'tags.tsx', `${framework}.tsx`), '');
      });
    }

    it('know the tag where all of them are installed', () => {
      Object.values(FRAMEWORKS).flat().forEach(link);
      assert.equal(compile('react', 'tags.tsx', 'react.tsx'), '');
    });

    it('make no error beside a React without types', () => {
      link('preact');
      mkdirSync(pathOf('react'));
      writeFileSync(join(pathOf('react'), 'package.json'), '{"name":"react","main":"index.js"}');
      writeFileSync(join(pathOf('react'), 'index.js'), 'module.exports = {};');
      assert.equal(compile('preact', 'tags.tsx', 'preact.tsx'), '');
    });
  });
}
