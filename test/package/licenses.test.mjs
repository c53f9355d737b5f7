import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { licenseNotices } from '../../scripts/license-notices.mjs';
import { ROOT } from './installed-package.mjs';

describe('the notices of the libraries in the CDN files', () => {
  const text = readFileSync(join(ROOT, 'cdn/licenses.txt'), 'utf8');

  for (const [name, file] of [
    ['lit-html', 'LICENSE'],
    ['lit-element', 'LICENSE'],
    ['@lit/reactive-element', 'LICENSE'],
    ['chart.js', 'LICENSE.md'],
    ['p-retry', 'license'],
    ['is-network-error', 'license'],
  ]) {
    it(`have ${name}, with its version and its licence's whole text`, () => {
      const folder = join(ROOT, 'node_modules', name);
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      assert.ok(text.includes(`\n${name} ${version} (${license})\n`));
      assert.ok(text.includes(readFileSync(join(folder, file), 'utf8').trim()));
    });
  }

  it('have nothing that only the build uses', () => {
    for (const name of ['rollup', 'terser', 'zod', 'typescript'])
      assert.ok(!text.includes(`\n${name} `), name);
  });

  it('cannot be written for a library without a licence text', () => {
    const dependency = { name: 'bare', version: '1.0.0', license: 'MIT', licenseText: null };
    assert.throws(() => licenseNotices([dependency]), /bare 1\.0\.0 \(MIT\) has no licence text/);
  });
});
