// The plainest durable server: reads a report, appends a line, syncs once per 5 ms, then acknowledges.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const WINDOW_MS = 5;
const file = openSync(join(process.env.FOLDER, 'raw.log'), 'a');
let waiting = [];

const commit = () => {
  const batch = waiting;
  waiting = [];
  writeSync(file, `${batch.map(({ line }) => line).join('\n')}\n`);
  fdatasyncSync(file);
  for (const { outgoing } of batch) {
    outgoing.writeHead(202, { 'Content-Type': 'application/json' });
    outgoing.end('{"outcome":"counted","reportCount":1}');
  }
};

const server = createServer((incoming, outgoing) => {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('end', () => {
    const report = JSON.parse(Buffer.concat(chunks).toString());
    const line = JSON.stringify({
      ...report,
      at: Date.now(),
      by: incoming.headers['x-forwarded-for'],
    });
    if (waiting.push({ line, outgoing }) === 1) setTimeout(commit, WINDOW_MS);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send({ ready: `http://127.0.0.1:${server.address().port}` });
});
process.on('SIGTERM', () => {
  closeSync(file);
  process.exit(0);
});
