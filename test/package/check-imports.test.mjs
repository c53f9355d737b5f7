import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { checkTree } from '../../scripts/check-imports.mjs';
import { SERVER_MAY_IMPORT } from '../../scripts/import-rules.mjs';

const ROOT = join(import.meta.dirname, '../..');

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
  'src/client/request.ts':
    "import pRetry from 'p-retry';\nimport { feed } from '../feed/schema.js';",
  'src/chart/draw.ts': "import { Chart } from 'chart.js';\nexport { Chart };",
  'src/element/lazy.ts': "export const loadChart = () => import('../chart/draw.js');",
  'src/element/element.ts':
    "import { html } from 'lit';\nimport { property } from 'lit/decorators.js';\n// import { Chart } from 'chart.js';\ntype Chunk = typeof import('../chart/draw.js');",
  'src/define.ts': "import './element/element.js';",
  'server/src/app.ts':
    "import { parseFeed } from 'outage-status/feed';\nimport { Hono } from 'hono';\nimport { addRoutes } from './http/routes.js';",
  'server/src/http/routes.ts':
    "import { Hono } from 'hono';\nimport { read } from '../reports/report-store.js';\nimport { answer } from './answer.js';",
  'server/src/reports/report-store.ts': "import type { Clock } from '../lib/clock.js';",
  'server/src/store/store.ts':
    "import type { Clock } from '../lib/clock.js';\nimport type { ReportStore } from '../reports/report-store.js';",
  'server/src/store/migrations/0001-initial.ts': "import { read } from '../store.js';",
  'server/src/lib/clock.ts': 'export const SECOND_MS = 1000;',
  'test/model/age.test.ts': "import { age } from '../../src/model/age.js';",
  'test/package/cdn.test.mjs': "import '../../cdn/outage-status.js';",
};

describe('check-imports', () => {
  afterEach(() => {
    for (const root of trees.splice(0)) rmSync(root, { recursive: true });
  });

  it('finds nothing in a tree that follows the rules', () => {
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
      'a package that no rule allows',
      'src/client/bad.ts',
      "import debounce from 'debounce';",
      /imports debounce, which only nothing in src\/ may/,
    ],
    [
      'a second file that imports p-retry',
      'src/client/second.ts',
      "import pRetry from 'p-retry';",
      /request\.ts, src\/client\/second\.ts: only one file may import p-retry/,
    ],
    [
      'code that is loaded later, in the wrong place',
      'src/element/bad.ts',
      "const load = () => import('../chart/draw.js');",
      /uses import\(\); only src\/cdn-lazy\.ts, src\/element\/lazy\.ts, src\/element\/live\/lazy\.ts, src\/client\/lazy\.ts may/,
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
      'a store that imports the routes above it',
      'server/src/store/bad.ts',
      "/**\n * Reads.\n */\nimport { read } from './store.js';\nimport type {\n  Route,\n} from '../http/routes.js';",
      /^server\/src\/store\/bad\.ts:7: imports \.\.\/http\/routes\.js: store may import lib, /,
    ],
    [
      'an arrow up from a folder in a folder',
      'server/src/store/migrations/bad.ts',
      "export { addRoutes } from '../../http/routes.js';",
      /^server\/src\/store\/migrations\/bad\.ts:1: imports .*: store may import lib, /,
    ],
    [
      'an arrow up to a file that is loaded later',
      'server/src/store/bad.ts',
      "\nconst load = () => import('../http/routes.js');",
      /bad\.ts:2: imports \.\.\/http\/routes\.js: store may import lib, /,
    ],
    [
      'an arrow up that is only a type',
      'server/src/store/bad.ts',
      "export type Routes = typeof import('../http/routes.js');",
      /bad\.ts:1: imports \.\.\/http\/routes\.js: store may import lib, /,
    ],
    [
      'a store that imports more of a folder than its port',
      'server/src/store/bad.ts',
      "import { ReportDesk } from '../reports/report-desk.js';",
      /bad\.ts:1: imports .*; of reports, the store may import its port only$/,
    ],
    [
      'a folder that knows the database',
      'server/src/reports/bad.ts',
      "import { read } from '../store/store.js';",
      /imports \.\.\/store\/store\.js: reports may import lib, catalog$/,
    ],
    [
      'a lowest folder that imports another',
      'server/src/lib/bad.ts',
      "import { read } from '../store/store.js';",
      /lib may import no other folder$/,
    ],
    [
      "a folder that imports the server's root",
      'server/src/http/bad.ts',
      "import { createApp } from '../app.js';",
      /bad\.ts:1: imports \.\.\/app\.js: http may import lib, /,
    ],
    [
      'a folder of the server that is not known',
      'server/src/misc/bad.ts',
      'export const a = 1;',
      /server\/src\/misc\/ is a folder/,
    ],
    [
      'a store that knows the router',
      'server/src/store/bad.ts',
      "import type { Context } from 'hono';",
      /imports hono, which only server\/src\/http\/, server\/src\/demo\/, server\/src\/app\.ts may/,
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

describe("the server's folders", () => {
  const folders = Object.keys(SERVER_MAY_IMPORT);
  const architecture = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

  it('have a row each', () => {
    const found = readdirSync(join(ROOT, 'server/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    assert.deepEqual(found.toSorted(), folders.toSorted());
  });

  it('may import folders further down only', () => {
    for (const [index, [folder, allowed]] of Object.entries(SERVER_MAY_IMPORT).entries()) {
      const below = folders.slice(0, index);
      assert.deepEqual(
        allowed.filter((other) => !below.includes(other)),
        [],
        `${folder} stands below what it may import`,
      );
    }
  });

  it('are in the table of docs/architecture.md, the highest first', () => {
    const rows = [...architecture.matchAll(/^\| `([a-z-]+)\/` \|.*\| ([^|]+) \|$/gm)];
    assert.deepEqual(
      rows.map(([, folder, allowed]) => [folder, allowed]),
      Object.entries(SERVER_MAY_IMPORT)
        .map(([folder, allowed]) => [folder, allowed.join(', ') || 'nothing'])
        .toReversed(),
    );
  });

  it('are drawn in docs/architecture.md with the arrows that they may have', () => {
    const lines = /```mermaid\n([\s\S]*?)```/.exec(architecture)?.[1].match(/^ +.+-->.+$/gm) ?? [];
    const drawn = new Map();
    for (const line of lines) {
      const [from, to] = line.split('-->').map((end) => end.split('&').map((name) => name.trim()));
      for (const name of from) drawn.set(name, [...(drawn.get(name) ?? []), ...to]);
    }
    const reachable = (folder) =>
      (drawn.get(folder) ?? []).flatMap((other) => [other, ...reachable(other)]);
    for (const folder of folders) {
      const allowed = SERVER_MAY_IMPORT[folder];
      for (const other of drawn.get(folder) ?? []) {
        assert.ok(allowed.includes(other), `${folder} → ${other} is drawn and not allowed`);
      }
      for (const other of allowed) {
        assert.ok(
          reachable(folder).includes(other),
          `${folder} → ${other} is allowed and not drawn`,
        );
      }
    }
  });
});
