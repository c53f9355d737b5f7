import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, mock, test } from 'node:test';
import type { FeedCache } from '../../src/feed/feed-cache.js';
import { Hub } from '../../src/push/hub.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { waitFor } from '../helpers/test-server.js';

class Connection extends EventEmitter {
  readonly written: string[] = [];
  writableLength = 0;
  writableEnded = false;
  destroyed = false;

  write(bytes: Buffer | string): boolean {
    this.written.push(bytes.toString());
    return true;
  }

  end(): void {
    this.writableEnded = true;
    this.emit('close');
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

const makeHub = (): { hub: Hub; connect: () => Connection; builds: () => number } => {
  const service = makeService();
  let builds = 0;
  const feeds: Pick<FeedCache, 'markChanged' | 'get' | 'getChanged'> = {
    markChanged: () => undefined,
    get: () => Promise.resolve({ event: Buffer.from('first') } as never),
    getChanged: () => {
      builds += 1;
      return Promise.resolve({ event: Buffer.from(`push ${builds}`) } as never);
    },
  };
  const hub = new Hub(makeCatalog(service), feeds as FeedCache);
  return {
    hub,
    builds: () => builds,
    connect: () => {
      const connection = new Connection();
      hub.add(service, connection as unknown as ServerResponse);
      return connection;
    },
  };
};

describe('the hub', () => {
  test('drops a connection that lets a megabyte pile up, and serves the others', async (t) => {
    const { hub, connect } = makeHub();
    t.after(() => hub.close());
    const reader = connect();
    const sleeper = connect();
    sleeper.writableLength = 1_000_001;
    hub.announce('kik');
    await waitFor('the push', () => (reader.written.includes('push 1') ? true : undefined));
    await waitFor('the drop', () => (sleeper.destroyed ? true : undefined));
    assert.ok(!sleeper.written.includes('push 1'));
    assert.equal(hub.watcherCount, 1);
  });

  test('makes one feed for thousands of watchers and reaches all of them', async (t) => {
    const { hub, connect, builds } = makeHub();
    t.after(() => hub.close());
    const connections = Array.from({ length: 2500 }, connect);
    hub.announce('kik');
    await waitFor('the last to get it', () =>
      connections.at(-1)?.written.includes('push 1') ? true : undefined,
    );
    assert.ok(connections.every((connection) => connection.written.includes('push 1')));
    assert.equal(builds(), 1);
  });

  test('makes no feed without watchers', () => {
    const { hub, builds } = makeHub();
    hub.announce('kik');
    hub.close();
    assert.equal(builds(), 0);
  });

  test('sends the feed apart from the first bytes, which are short', async (t) => {
    const { hub, connect } = makeHub();
    t.after(() => hub.close());
    const connection = connect();
    await new Promise(setImmediate);
    assert.equal(connection.written.length, 1);
    assert.match(connection.written[0] ?? '', /^retry: \d{4}\n\n$/);
    await waitFor('the feed', () => (connection.written.includes('first') ? true : undefined));
  });

  test('sends nothing to a connection that ends before its first event', async (t) => {
    const { hub, connect } = makeHub();
    t.after(() => hub.close());
    const [gone, later] = [connect(), connect()];
    gone.destroy();
    await waitFor('the feed', () => (later.written.includes('first') ? true : undefined));
    assert.equal(gone.written.length, 1);
  });

  test('sends an event that scripts can see every 20 s', async (t) => {
    mock.timers.enable({ apis: ['setInterval'] });
    t.after(() => mock.timers.reset());
    const { hub, connect } = makeHub();
    t.after(() => hub.close());
    const connection = connect();
    mock.timers.tick(19_999);
    assert.equal(connection.written.length, 1);
    for (const count of [1, 2]) {
      mock.timers.tick(count === 1 ? 1 : 20_000);
      const heartbeats = connection.written.filter((text) => text.startsWith('event: heartbeat'));
      assert.deepEqual(heartbeats, Array(count).fill('event: heartbeat\ndata:\n\n'));
    }
  });

  test('ends every stream when it closes', () => {
    const { hub, connect } = makeHub();
    const connections = [connect(), connect()];
    hub.close();
    assert.ok(connections.every(({ writableEnded }) => writableEnded));
    assert.equal(hub.watcherCount, 0);
    assert.ok(hub.closed);
  });
});
