// Runs the end-to-end tests, whose servers start with the same data:
//
//   node scripts/run-e2e-tests.mjs test/e2e/*.test.mjs
//   node scripts/run-e2e-tests.mjs --counts=FILE test/e2e/*.test.mjs    writes the numbers of tests to FILE, too
//
// A demo server without data invents five weeks of history, which takes it longer than all else at its start. Half of the
// files run in one process, half in another: those of a half share their browsers and, where they only read, a server.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../test/e2e/support/server.mjs';
import { runCommand } from './run-command.mjs';

process.chdir(join(import.meta.dirname, '..'));
const { values, positionals: files } = parseArgs({
  options: { counts: { type: 'string' } },
  allowPositionals: true,
});
const scratch = mkdtempSync(join(tmpdir(), 'outage-status-e2e-run-'));

const runHalf = async (number) => {
  const countsFile = join(scratch, `counts-${number}.json`);
  const { code } = await runCommand(
    [
      process.execPath,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${join(import.meta.dirname, 'node-test-counts.mjs')}`,
      `--test-reporter-destination=${countsFile}`,
      'scripts/import-tests.mjs',
      ...files.filter((_file, index) => index % 2 === number),
    ],
    { env: { DEMO_DATA: join(scratch, 'demo') } },
  );
  const counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : {};
  // A process that broke outside of its tests is a failure.
  if (code !== 0 && !counts.failed) counts.failed = 1;
  return { passed: 0, failed: 0, skipped: 0, ...counts };
};

try {
  const server = await startServer({ DATA_DIR: join(scratch, 'demo') });
  await server.stop();
  const halves = await Promise.all(files.length > 1 ? [runHalf(0), runHalf(1)] : [runHalf(0)]);
  if (values.counts) writeFileSync(values.counts, JSON.stringify(halves));
  if (halves.some(({ failed }) => failed > 0)) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
