import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const script = fileURLToPath(new URL('../../../scripts/demo-outage.mjs', import.meta.url));

/** Runs the play to its end. */
const play = (...options: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [script, ...options], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr: stderr.trim() }),
    );
  });

/** Runs `act` against a server that answers each path with a status and a JSON body, 404 for the rest. */
async function withServer(
  answers: Readonly<Record<string, unknown>>,
  act: (url: string) => Promise<void>,
): Promise<void> {
  const server = createServer((request, response) => {
    const body = answers[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const feed = (status: string): unknown => ({
  status,
  service: { name: 'Kik' },
  community: { categories: [{ id: 'messages' }] },
});
const FEED_PATH = '/v1/services/kik/status.json';

describe('demo-outage', () => {
  it('explains in a sentence that no server answers', async () => {
    let freed = '';
    await withServer({}, async (url) => {
      freed = url;
    });
    const { code, stderr } = await play('--url', freed);
    assert.equal(code, 1);
    assert.equal(stderr, `No answer from ${freed}. Start the demo server with: npm start`);
  });

  it('explains in a sentence that the service is unknown', () =>
    withServer({}, async (url) => {
      const { code, stderr } = await play('--url', url, '--service', 'nothing');
      assert.equal(code, 1);
      assert.equal(stderr, `The server at ${url} has no service "nothing".`);
    }));

  it('does not touch a server outside demo mode', () =>
    withServer({ [FEED_PATH]: feed('operational') }, async (url) => {
      const { code, stderr } = await play('--url', url);
      assert.equal(code, 1);
      assert.match(stderr, /is not in demo mode/);
    }));

  it('does not begin in the middle of a problem', () =>
    withServer({ [FEED_PATH]: feed('major_outage'), '/demo/vendor/state': {} }, async (url) => {
      const { code, stderr } = await play('--url', url);
      assert.equal(code, 1);
      assert.equal(stderr, 'Kik is at major_outage already. Wait until it has recovered.');
    }));

  it('refuses unknown options', async () => {
    const { code, stderr } = await play('--speed', '2');
    assert.equal(code, 1);
    assert.match(stderr, /Unknown option '--speed'/);
  });

  it('prints its usage', async () => {
    const { code, stdout } = await play('--help');
    assert.equal(code, 0);
    assert.match(stdout, /^Usage: npm run demo:outage/);
  });
});
