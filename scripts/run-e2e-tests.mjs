// Runs the end-to-end tests, each with a server of its own that starts with the same data:
//
//   node scripts/run-e2e-tests.mjs [options of `node --test`] test/e2e/*.test.mjs
//
// A demo server without data invents five weeks of history, which takes it longer than all else at its start.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../test/e2e/support/server.mjs';
import { runCommand } from './run-command.mjs';

process.chdir(join(import.meta.dirname, '..'));
const folder = mkdtempSync(join(tmpdir(), 'outage-status-demo-data-'));
try {
  const server = await startServer({ DATA_DIR: folder });
  await server.stop();
  const { code } = await runCommand([process.execPath, '--test', ...process.argv.slice(2)], {
    env: { DEMO_DATA: folder },
  });
  process.exitCode = code;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
