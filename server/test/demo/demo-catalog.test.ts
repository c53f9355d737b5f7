import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyDemoCatalog } from '../../src/demo/demo-catalog.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';

describe('applyDemoCatalog', () => {
  it('gives kik the stand-in vendor and changes nothing else', () => {
    const catalog = makeCatalog(makeService(), makeService({ id: 'other' }));
    const demo = applyDemoCatalog(catalog, 'http://127.0.0.1:4780');
    assert.deepEqual(demo.get('kik')?.official, {
      format: 'statuspage',
      page: 'http://127.0.0.1:4780/demo/vendor/',
      feed: 'http://127.0.0.1:4780/demo/vendor/api/v2/summary.json',
    });
    assert.deepEqual(demo.get('kik')?.checks, [
      {
        url: 'http://127.0.0.1:4780/demo/vendor/servers',
        expect: { status: { from: 200, to: 399 } },
        isTheService: false,
      },
    ]);
    assert.equal(demo.get('other'), catalog.get('other'));
    assert.equal(catalog.get('kik')?.official, undefined);
  });

  it('leaves a catalogue without kik as it is', () => {
    const catalog = makeCatalog(makeService({ id: 'other' }));
    assert.deepEqual(applyDemoCatalog(catalog, 'http://127.0.0.1:4780'), catalog);
  });
});
