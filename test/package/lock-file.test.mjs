import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
const WITHOUT_HOST = /^(?!\w+:)/;

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const entries = Object.entries(lock.packages);

describe('package-lock.json', () => {
  it('names no registry', () => {
    for (const [path, { resolved = '' }] of entries) assert.match(resolved, WITHOUT_HOST, path);
  });

  it('pins every package from a registry by version and hash', () => {
    for (const [path, { link, version, integrity }] of entries) {
      if (!path.includes('node_modules/') || link) continue;
      assert.ok(version && integrity, path);
    }
  });

  it('is the same for npm 10 and npm 11', () => {
    const rewritten = entries.filter(([, { libc }]) => libc).map(([path]) => path);
    const why = 'npm 10 drops "libc"; let it: npx npm@10 install --package-lock-only';
    assert.deepEqual(rewritten, [], why);
  });
});
