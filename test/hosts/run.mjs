// Tries the WordPress pack and the builder's snippets in the software that they are for. Not part of `npm test`: it loads
// over a gigabyte. See README.md.
//
//   npm run test:hosts               all
//   npm run test:hosts -- nodebb     one: wordpress, nodebb
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace('.test.mjs', '')))
  .map((name) => join(import.meta.dirname, name));
if (files.length === 0) throw new Error(`there is no host ${wanted.join(' or ')}`);

const run = (program, ...options) => {
  const { status } = spawnSync(program, options, { cwd: import.meta.dirname, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
// One after the other: each is heavy.
run(process.execPath, '--test', '--test-concurrency=1', '--test-reporter=spec', ...files);
