import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { checkTree } from '../../scripts/check-imports.mjs';

const trees = [];
const treeOf = (files) => {
  const root = mkdtempSync(join(tmpdir(), 'outage-status-tree-'));
  trees.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
};

const GOOD = {
  'src/feed/schema.ts': "import * as z from 'zod/mini';\nexport const feed = z.string();",
  'src/model/age.ts': "import type { Feed } from '../feed/index.js';\nexport const age = 1;",
  'src/client/request.ts': "import ky from 'ky';\nimport { feed } from '../feed/schema.js';",
  'src/chart/draw.ts': "import { Chart } from 'chart.js';\nexport { Chart };",
  'src/element/lazy.ts': "export const loadChart = () => import('../chart/draw.js');",
  'src/element/element.ts':
    "import { html } from 'lit';\nimport { property } from 'lit/decorators.js';\n// import { Chart } from 'chart.js';\ntype Chunk = typeof import('../chart/draw.js');",
  'src/define.ts': "import './element/element.js';",
  'server/src/app.ts':
    "import { parseFeed } from 'outage-status/feed';\nimport { Hono } from 'hono';",
  'test/model/age.test.ts': "import { age } from '../../src/model/age.js';",
  'test/package/cdn.test.mjs': "import '../../cdn/outage-status.js';",
};

describe('check-imports', () => {
  afterEach(() => {
    for (const root of trees.splice(0)) rmSync(root, { recursive: true });
  });

  it('finds nothing in a tree that is as agreed', () => {
    assert.deepEqual(checkTree(treeOf(GOOD)), []);
  });

  for (const [what, file, text, problem] of [
    [
      'a model that imports the client',
      'src/model/bad.ts',
      "import '../client/request.js';",
      /imports \.\.\/client\/request\.js: model may import feed/,
    ],
    [
      'a feed that imports the model',
      'src/feed/bad.ts',
      "export * from '../model/age.js';",
      /feed may import no other part/,
    ],
    [
      'a client that imports the element',
      'src/client/bad.ts',
      "import type { A } from '../element/element.js';",
      /client may import/,
    ],
    [
      'a server that parses HTML anywhere',
      'server/src/http/bad.ts',
      "import { Parser } from 'htmlparser2';",
      /imports htmlparser2, which only server\/src\/vendor-formats\/ may/,
    ],
    [
      'a chart that imports the element',
      'src/chart/bad.ts',
      "import {\n  a,\n} from '../element/element.js';",
      /chart may import/,
    ],
    [
      'a second door to zod',
      'src/model/bad.ts',
      "import * as z from 'zod/mini';",
      /imports zod\/mini, which only src\/feed\/schema\.ts may/,
    ],
    [
      'a second door to the chart library',
      'src/element/bad.ts',
      "import { Chart } from 'chart.js/auto';",
      /imports chart\.js\/auto/,
    ],
    [
      'a package that nobody agreed on',
      'src/client/bad.ts',
      "import debounce from 'debounce';",
      /imports debounce, which only nothing in src\/ may/,
    ],
    [
      'a second file that imports ky',
      'src/client/second.ts',
      "import ky from 'ky';",
      /request\.ts, src\/client\/second\.ts: only one file may import ky/,
    ],
    [
      'code that is loaded later, in the wrong place',
      'src/element/bad.ts',
      "const load = () => import('../chart/draw.js');",
      /uses import\(\); only src\/cdn-lazy\.ts, src\/element\/lazy\.ts, src\/element\/live\/lazy\.ts may/,
    ],
    [
      'a source that imports the server',
      'src/client/bad.ts',
      "import '../../server/src/app.js';",
      /outside of src/,
    ],
    ['a part that is not known', 'src/misc/bad.ts', 'export const a = 1;', /src\/misc\/ is a part/],
    [
      'a model that reads the clock',
      'src/model/bad.ts',
      'export const now = () => Date.now();',
      /"Date\.now\(" reads the clock/,
    ],
    [
      'a feed that asks the network',
      'src/feed/bad.ts',
      'export const load = () => fetch("/");',
      /"fetch\(" starts work/,
    ],
    [
      'texts that touch the page',
      'src/i18n/bad.ts',
      'export const lang = document.documentElement.lang;',
      /"document\." touches the page/,
    ],
    [
      'a server that imports the sources',
      'server/src/bad.ts',
      "import { a } from '../../src/model/age.js';",
      /use outage-status\/feed/,
    ],
    [
      'a server that imports the element',
      'server/src/bad.ts',
      "import { a } from 'outage-status';",
      /the server may only use/,
    ],
    [
      'a test of the built files',
      'test/model/bad.test.ts',
      "import '../../dist/index.js';",
      /tests import sources/,
    ],
    [
      'a single test',
      'test/model/bad.test.ts',
      "it.only('alone', () => {});",
      /bad\.test\.ts:1: "it\.only\(" runs one test/,
    ],
    [
      'a test that is left out',
      'server/test/bad.test.ts',
      "\ntest.skip('later', () => {});",
      /bad\.test\.ts:2: "test\.skip\(" leaves a test out/,
    ],
    [
      'something unfinished',
      'src/model/bad.ts',
      'export const a = 1; // TODO',
      /"TODO" is unfinished/,
    ],
    [
      'a path of one machine',
      'docs/bad.md',
      'See /home/someone/notes.',
      /"\/home\/someone\/" is a path of one machine/,
    ],
  ]) {
    it(`finds ${what}`, () => {
      const problems = checkTree(treeOf({ ...GOOD, [file]: text }));
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0], problem);
    });
  }
});
