// The plainest push server: keeps every connection and writes the same bytes to each.
import { createServer } from 'node:http';

const event = `event: feed\ndata: {"text":"${'x'.repeat(Number(process.env.EVENT_BYTES))}"}\n\n`;
const watchers = new Set();
const server = createServer((incoming, outgoing) => {
  if (incoming.method === 'POST') {
    incoming.resume();
    outgoing.end();
    for (const watcher of watchers) watcher.write(event);
    return;
  }
  outgoing.writeHead(200, { 'Content-Type': 'text/event-stream' });
  watchers.add(outgoing);
  outgoing.write(event);
  outgoing.on('close', () => watchers.delete(outgoing));
});
let cpuAtStart = process.cpuUsage();
const answers = {
  start() {
    globalThis.gc();
    cpuAtStart = process.cpuUsage();
    return { rssBytes: process.memoryUsage.rss() };
  },
  read() {
    const { user, system } = process.cpuUsage(cpuAtStart);
    globalThis.gc();
    return { cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() };
  },
};
process.on('message', ({ ask }) => process.send({ ask, answer: answers[ask]() }));
process.on('SIGTERM', () => process.exit(0));
server.listen(0, '127.0.0.1', () =>
  process.send({ ready: `http://127.0.0.1:${server.address().port}` }),
);
