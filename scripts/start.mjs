// `npm start`: builds if needed, then runs the feed server with its demo pages and the documents until it is stopped.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const run = { cwd: root, stdio: 'inherit' };

// Beside the build, of which it needs nothing.
const docs = spawn(process.execPath, ['scripts/docs-site.mjs', '--if-needed'], run);
const docsEnd = once(docs, 'exit');
const build = spawnSync(process.execPath, ['scripts/build.mjs', '--if-needed'], run);
if (build.status !== 0) {
  docs.kill();
  process.exit(1);
}
const [docsCode] = await docsEnd;
// Without a network, for one: its generator is installed at the first start.
if (docsCode !== 0) console.error('docs: not built; the demo starts without /docs/');

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
