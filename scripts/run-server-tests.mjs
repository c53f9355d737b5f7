// Runs tests of the server, compiled once for all of them:
//
//   node scripts/run-server-tests.mjs [options of `node --test`] server/test/http/*.test.ts
//
// Their data folders lie in memory where there is room: most tests commit to a database, and would wait for the disk.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileServer } from './compile-server.mjs';
import { runCommand } from './run-command.mjs';

const MEMORY_FOLDER = '/dev/shm';
// A few clusters of Postgres, with room to spare; containers often have 64 MB.
const ROOM_BYTES = 2 * 1024 ** 3;

const hasRoom = (folder) => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM_BYTES;
  } catch {
    return false;
  }
};

process.chdir(join(import.meta.dirname, '..'));
const compiled = mkdtempSync(join(tmpdir(), 'outage-status-compiled-'));
try {
  await compileServer(compiled);
  const parameters = process.argv
    .slice(2)
    .map((parameter) =>
      parameter.endsWith('.test.ts') ? join(compiled, parameter.replace(/ts$/, 'js')) : parameter,
    );
  const { code } = await runCommand(
    [process.execPath, '--enable-source-maps', '--test', ...parameters],
    { env: hasRoom(MEMORY_FOLDER) ? { TMPDIR: MEMORY_FOLDER } : {} },
  );
  process.exitCode = code;
} finally {
  rmSync(compiled, { recursive: true, force: true });
}
