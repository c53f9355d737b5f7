import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import {
  checkIncidents,
  importIncidentFile,
  ImportError,
} from '../../src/command/import-incidents.js';
import { openStore } from '../../src/store/open-store.js';
import { PROGRAM } from '../helpers/server-process.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { makeFolder, startServer } from '../helpers/test-server.js';

const CATALOG = makeCatalog(makeService());

const entry = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  service: 'kik',
  id: 'a',
  title: 'Messages stuck',
  impact: 'major',
  startedAt: '2019-11-25T13:00:00Z',
  endedAt: '2019-11-25T18:00:00Z',
  ...changes,
});

const write = async (t: TestContext, content: unknown): Promise<string> => {
  const path = join(await makeFolder(t), 'incidents.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('checkIncidents', () => {
  test('fills in the optional fields', () => {
    const [checked] = checkIncidents(
      { incidents: [entry({ url: 'https://a.example/' })] },
      CATALOG,
    );
    assert.deepEqual(checked, {
      serviceId: 'kik',
      id: 'a',
      title: 'Messages stuck',
      status: 'resolved',
      impact: 'major',
      startedAt: '2019-11-25T13:00:00Z',
      endedAt: '2019-11-25T18:00:00Z',
      source: 'archive',
      url: 'https://a.example/',
    });
  });

  const refusals: [what: string, document: unknown, messages: string[]][] = [
    ['no object', [], ['expected the field incidents, got a list of 0']],
    ['nothing', {}, ['incidents: expected a list of at most 20000 incidents, got nothing']],
    [
      'no incident',
      { incidents: [7] },
      [
        `incidents[0]: expected the fields service, id, title, status, impact, startedAt, endedAt, source, url, got 7`,
      ],
    ],
    [
      'several mistakes, each with its path',
      {
        incidents: [
          entry(),
          entry({ id: 'b', impact: 'huge', startedAt: '2019-02-31T00:00:00Z', title: ' ' }),
        ],
      },
      [
        'incidents[1].title: expected a text of 1 to 300 characters, got " "',
        'incidents[1].impact: expected one of none, minor, major, critical, maintenance, got "huge"',
        'incidents[1].startedAt: expected a UTC time of the years 2000 to 2099, e.g. 2026-11-22T08:35:00Z, got "2019-02-31T00:00:00Z"',
      ],
    ],
    [
      'an unknown field',
      { incidents: [entry({ endeddAt: 1 })] },
      ['incidents[0].endeddAt: unknown field, did you mean endedAt?'],
    ],
    [
      'a script as address',
      { incidents: [entry({ url: 'javascript:x' })] },
      [
        'incidents[0].url: expected an https address of at most 2048 characters, got "javascript:x"',
      ],
    ],
    [
      'an unknown service',
      { incidents: [entry({ service: 'nobody' })] },
      ['incidents[0].service: there is no service nobody in the catalogue'],
    ],
    [
      'the same id twice',
      { incidents: [entry(), entry()] },
      ['incidents[1].id: a is already used by incidents[0]'],
    ],
    [
      'an end before its beginning',
      { incidents: [entry({ endedAt: '2019-11-25T12:00:00Z' })] },
      ['incidents[0].endedAt: expected 2019-11-25T13:00:00Z or later, got 2019-11-25T12:00:00Z'],
    ],
    [
      'a resolved one without an end',
      { incidents: [entry({ endedAt: null })] },
      ['incidents[0].endedAt: expected a time if resolved, otherwise null'],
    ],
    [
      'reports as a source',
      { incidents: [entry({ source: 'community' })] },
      ['incidents[0].source: expected one of official, archive, got "community"'],
    ],
    [
      'a text that Postgres refuses',
      { incidents: [entry({ title: 'a\0b' })] },
      ['incidents[0].title: expected a text of 1 to 300 characters without NUL, got "a\\u0000b"'],
    ],
  ];
  for (const [what, document, messages] of refusals) {
    test(`refuses ${what}`, () => {
      assert.throws(
        () => checkIncidents(document, CATALOG),
        (error: Error) => {
          assert.ok(error instanceof ImportError);
          assert.deepEqual(error.message.split('\n'), messages);
          return true;
        },
      );
    });
  }
});

describe('importIncidents', () => {
  test('imports all incidents or none, and changes nothing the second time', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const parts = { history: store.history, catalog: CATALOG };
    const half = await write(t, { incidents: [entry(), entry({ id: 'b', impact: 7 })] });
    await assert.rejects(importIncidentFile(half, parts), ImportError);
    assert.deepEqual(await store.history.readIncidents('kik', 0, 10), []);
    const whole = await write(t, { incidents: [entry(), entry({ id: 'b' })] });
    assert.deepEqual(await importIncidentFile(whole, parts), {
      added: 2,
      changed: 0,
      unchanged: 0,
    });
    assert.deepEqual(await importIncidentFile(whole, parts), {
      added: 0,
      changed: 0,
      unchanged: 2,
    });
  });

  test('names a file that is missing or is not JSON', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const parts = { history: store.history, catalog: CATALOG };
    await assert.rejects(
      importIncidentFile('nowhere.json', parts),
      /^ImportError: nowhere\.json: cannot be read \(ENOENT\)$/,
    );
    await assert.rejects(importIncidentFile(await write(t, '{'), parts), /expected JSON/);
  });

  test('imports through the program into the history and the feed of a server', async (t) => {
    const dataDir = await makeFolder(t);
    const recent = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19);
    const file = await write(t, {
      incidents: [entry({ startedAt: `${recent}Z`, endedAt: `${recent}Z` })],
    });
    const run = (...parameters: string[]): Promise<[code: number | null, output: string]> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [...PROGRAM, ...parameters], {
          env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let output = '';
        child.stdout.on('data', (chunk) => (output += String(chunk)));
        child.stderr.on('data', (chunk) => (output += String(chunk)));
        child.on('close', (code) => resolve([code, output]));
      });
    assert.deepEqual(await run('import'), [
      64,
      'import: expected one file, e.g. import incidents.json\n',
    ]);
    assert.deepEqual(await run('import', file), [0, '1 incident added, 0 changed, 0 unchanged\n']);
    assert.deepEqual(await run('import', file), [0, '0 incidents added, 0 changed, 1 unchanged\n']);
    const { url } = await startServer(t, { DATA_DIR: dataDir });
    const expected = {
      id: 'a',
      title: 'Messages stuck',
      status: 'resolved',
      impact: 'major',
      startedAt: `${recent}Z`,
      endedAt: `${recent}Z`,
      source: 'archive',
    };
    const history = (await (await fetch(`${url}/v1/services/kik/history.json`)).json()) as {
      incidents: unknown[];
    };
    assert.deepEqual(history.incidents, [expected]);
    const feed = (await (await fetch(`${url}/v1/services/kik/status.json`)).json()) as {
      incidents: unknown[];
    };
    assert.deepEqual(feed.incidents[0], expected);
  });
});
