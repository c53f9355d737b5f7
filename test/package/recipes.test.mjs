import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
const FILE = /^[\w.-]+(?:\/[\w.<>-]+)*(?:\/|\.(?:ts|mjs|md|json|yaml|sh))$/;
const NAME_IN_FILE = /`(\w+)`(?:,[^`.;]*,)? in `([^`]+)`/g;

const contributing = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const section = /\n## To add …\n([\s\S]*?)\n## /.exec(contributing)?.[1] ?? '';
const recipes = section.split(/\n(?=\*\*)/).slice(1);
const nameOf = (recipe) => /^\*\*(.*?)\*\*/.exec(recipe)?.[1];

/** The part of a path that has to be there: all of it, or the folder of a file that is to be made. */
const existing = (path) => (path.includes('<') ? path.slice(0, path.lastIndexOf('/')) : path);

describe('the recipes of CONTRIBUTING.md', () => {
  it('include the common changes', () => {
    for (const name of [
      'a service',
      'a language',
      'an attribute of the element',
      'a table of the store',
    ])
      assert.ok(
        recipes.some((recipe) => nameOf(recipe) === name),
        name,
      );
  });

  for (const recipe of recipes) {
    it(`${nameOf(recipe)}: every file that it names exists`, () => {
      const files = [...recipe.matchAll(/`([^`\s]+)`/g)].map(([, text]) => text);
      const missing = files.filter(
        (text) => FILE.test(text) && !existsSync(join(ROOT, existing(text))),
      );
      assert.deepEqual(missing, []);
    });

    it(`${nameOf(recipe)}: every name is in the file of its sentence`, () => {
      const missing = [...recipe.matchAll(NAME_IN_FILE)]
        .filter(([, , file]) => FILE.test(file) && existsSync(join(ROOT, file)))
        .filter(([, name, file]) => !readFileSync(join(ROOT, file), 'utf8').includes(name))
        .map(([text]) => text);
      assert.deepEqual(missing, []);
    });
  }
});
