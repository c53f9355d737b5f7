// Sends reports at a steady rate, each from another visitor, and sends back the answers' counts and waits.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

const [url, rate, seconds] = process.argv.slice(2);
// The server's own origin: from a foreign site, or from none, only thirty reports would count.
const { origin } = new URL(url);
const SLICE_MS = 10;
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const answered = {};
const waits = [];
let sent = 0;
let open = 0;

const send = () => {
  const index = (sent += 1);
  open += 1;
  const startedAt = performance.now();
  const body = JSON.stringify({
    category: 'messages',
    idempotencyKey: randomUUID(),
  });
  const outgoing = request(url, {
    agent,
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': body.length,
      Origin: origin,
      'X-Forwarded-For': `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
    },
  });
  const finish = (status) => {
    answered[status] = (answered[status] ?? 0) + 1;
    waits.push(performance.now() - startedAt);
    open -= 1;
  };
  outgoing.on('response', (incoming) => {
    incoming.resume();
    incoming.on('end', () => finish(incoming.statusCode));
  });
  outgoing.on('error', (error) => finish(error.code));
  outgoing.end(body);
};

const startedAt = performance.now();
const timer = setInterval(() => {
  const elapsed = Math.min(performance.now() - startedAt, Number(seconds) * 1000);
  const due = Math.floor((elapsed * Number(rate)) / 1000);
  while (sent < due) send();
  if (elapsed < Number(seconds) * 1000 || open > 0) return;
  clearInterval(timer);
  agent.destroy();
  waits.sort((left, right) => left - right);
  process.send({
    ask: 'result',
    answer: {
      answered,
      p50: waits[waits.length >> 1],
      p99: waits[Math.floor(waits.length * 0.99)],
    },
  });
}, SLICE_MS);
process.send({ ready: true });
