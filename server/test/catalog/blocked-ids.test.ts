import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findBlockedIds } from '../../src/catalog/blocked-ids.js';
import { makeLog } from '../helpers/notify-host.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { startServer } from '../helpers/test-server.js';

describe('ids that content blockers know', () => {
  test('are found among others, which may contain them', () => {
    assert.deepEqual(findBlockedIds(['kik', 'piwik', 'piwik-cloud', 'stats', 'chess-stats']), [
      'piwik',
      'stats',
    ]);
  });

  test('are logged once when a server starts with them, and not without', async (t) => {
    for (const ids of [['kik', 'mixpanel'], ['kik']]) {
      const { log, logged } = makeLog();
      const catalog = makeCatalog(...ids.map((id) => makeService({ id })));
      await startServer(t, {}, { catalog, log });
      assert.equal(logged().split('content blockers').length - 1, ids.length - 1);
    }
  });
});
