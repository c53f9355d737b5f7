import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import type { FeedCache } from '../../src/feed/feed-cache.js';
import { Hub } from '../../src/push/hub.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { waitFor } from '../helpers/test-server.js';

/** More than kernel and process put up with for one connection. */
const EVENT = Buffer.alloc(6_000_000, 'x');
const READERS = 5;

/** A hub behind a real server, whose every event is {@link EVENT}. */
async function startHub(t: TestContext): Promise<{ hub: Hub; port: number }> {
  const feeds: Pick<FeedCache, 'markChanged' | 'get' | 'getChanged'> = {
    markChanged: () => undefined,
    get: () => Promise.resolve({ event: Buffer.from('first') } as never),
    getChanged: () => Promise.resolve({ event: EVENT } as never),
  };
  const service = makeService();
  const hub = new Hub(makeCatalog(service), feeds as FeedCache);
  const server = createServer((_incoming, outgoing: ServerResponse) => {
    outgoing.writeHead(200);
    hub.add(service, outgoing);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    hub.close();
    server.closeAllConnections();
    server.close();
  });
  return { hub, port: (server.address() as AddressInfo).port };
}

const open = async (t: TestContext, port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  t.after(() => socket.destroy());
  socket.on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  // The first event comes a tenth of a second later; a push before it would find both piled up.
  let begun = '';
  while (!begun.includes('first')) begun += String((await once(socket, 'data'))[0]);
  return socket;
};

test('a watcher that does not read is dropped and never delays another', async (t) => {
  const { hub, port } = await startHub(t);
  const sleeper = await open(t, port);
  sleeper.pause();
  const received = Array.from({ length: READERS }, () => 0);
  for (let index = 0; index < READERS; index += 1) {
    const reader = await open(t, port);
    reader.on('data', (chunk: Buffer) => (received[index] = (received[index] ?? 0) + chunk.length));
  }
  assert.equal(hub.watcherCount, READERS + 1);
  for (let push = 1; push <= 2; push += 1) {
    const asked = performance.now();
    hub.announce('kik');
    await waitFor('every reader to have it', () =>
      received.every((bytes) => bytes >= push * EVENT.length) ? true : undefined,
    );
    // A second between two pushes, and the time for 30 MB.
    assert.ok(performance.now() - asked < 4000);
  }
  await waitFor('the sleeper to be dropped', () =>
    hub.watcherCount === READERS ? true : undefined,
  );
});
