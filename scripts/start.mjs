// `npm start`: builds if needed, then runs the feed server with its demo pages until it is stopped.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const run = { cwd: root, stdio: 'inherit' };

const build = spawnSync(process.execPath, ['scripts/build.mjs', '--if-needed'], run);
if (build.status !== 0) process.exit(1);

// The server has its own process group, so that Ctrl+C reaches it only once, through the handlers below.
const server = spawn(process.execPath, ['server/dist/bin.js'], {
  ...run,
  detached: true,
  env: { DEMO: '1', ...process.env },
});
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!stopping) server.kill(signal);
    stopping = true;
  });
}
server.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
