import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
/** Not about one source: the whole server, and what tests share. */
const WITHOUT_SOURCE = ['whole/', 'helpers/'];
/** A title, as far as it is written as a text: a variable or a condition is not read. */
const TITLE =
  /(?<![.\w])(?:t\.)?(?:describe|it|test|suite)(?:\.\w+)?\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)/g;
/** A title that begins so makes sense only after another one. */
const DEPENDENT = /^(?:of|with|that|for|by)\b/i;

/** Files below a folder, with `/` in their paths. */
const filesBelow = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => !path.includes('node_modules/') && /\.(?:ts|mjs)$/.test(path));

/** The source that a test of the server is about: `a/b.topic.test.ts` is about `a/b.ts`. */
const sourceOf = (path) => path.replace(/(?:\.[\w-]+)?\.test\.ts$/, '.ts');

const dependentTitles = (text) =>
  [...text.matchAll(TITLE)].map(([, , title]) => title).filter((title) => DEPENDENT.test(title));

describe('the tests of the server', () => {
  it('mirror the paths of their sources', () => {
    const tests = filesBelow('server/test').filter(
      (path) =>
        path.endsWith('.test.ts') && !WITHOUT_SOURCE.some((folder) => path.startsWith(folder)),
    );
    assert.ok(tests.includes('feed/build-feed.test.ts'));
    const lost = tests.filter((path) => !existsSync(join(ROOT, 'server/src', sourceOf(path))));
    assert.deepEqual(lost, []);
  });

  it('may add a topic to the name of their source', () => {
    assert.equal(sourceOf('push/hub.test.ts'), 'push/hub.ts');
    assert.equal(sourceOf('push/hub.slow-watcher.test.ts'), 'push/hub.ts');
  });
});

describe('the tests of the element', () => {
  it('are run: by themselves, or with all plain functions on one page', () => {
    const together = readFileSync(join(ROOT, 'test/plain-functions.test.ts'), 'utf8');
    const lost = filesBelow('test').filter(
      (path) =>
        path.endsWith('.test.ts') &&
        !/^(?:client|element)\//.test(path) &&
        path !== 'plain-functions.test.ts' &&
        !together.includes(`import './${path.replace(/ts$/, 'js')}';`),
    );
    assert.deepEqual(lost, []);
  });
});

describe('the titles of tests', () => {
  for (const folder of ['server/test', 'test']) {
    it(`read alone, in ${folder}/`, () => {
      const files = filesBelow(folder).filter(
        (path) => path !== 'package/tests-mirror-source.test.mjs',
      );
      const found = files.flatMap((path) =>
        dependentTitles(readFileSync(join(ROOT, folder, path), 'utf8')).map(
          (title) => `${path}: ${title}`,
        ),
      );
      assert.deepEqual(found, []);
    });
  }

  const titles = [
    ["it('of another visitor counts'", ['of another visitor counts']],
    ['test(`With ${count} of them`', ['With ${count} of them']],
    ['t.test(\n  "that it works",', ['that it works']],
    ["it('offers a report'", []],
    ["it('formats a number'", []],
    ['it(name,', []],
    ["expect(split).to('of')", []],
    ["/of/.test('of a text')", []],
  ];
  for (const [text, expected] of titles) {
    it(`are read from ${JSON.stringify(text)}`, () => {
      assert.deepEqual(dependentTitles(text), expected);
    });
  }
});
