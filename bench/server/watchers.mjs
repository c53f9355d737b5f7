// Opens many event streams and measures when each receives the next event. Uses plain sockets, because thousands of clients
// must cost less than the server under test.
import { connect } from 'node:net';

const [target, count] = process.argv.slice(2);
const { hostname, port, pathname, host } = new URL(target);
const AT_ONCE = 200;
/** The end of an event, in the last bytes of a chunk. */
const END = Buffer.from('\n\n');

const sockets = [];
let arrivals = [];
let onAll = () => undefined;
const nowMs = () => Number(process.hrtime.bigint() / 1000n) / 1000;

const open = () =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/event-stream\r\n\r\n`,
      );
    });
    let ready = false;
    let first = '';
    socket.on('data', (chunk) => {
      if (!ready) {
        first += chunk.toString('latin1');
        if (!first.includes('data: {') || !/\n\n(\r\n)?$/.test(first)) return;
        ready = true;
        resolve();
        return;
      }
      // The last bytes are the end of an event, with or without chunked encoding. Heartbeats do not count.
      const text = chunk.toString('latin1', Math.max(0, chunk.length - 4));
      if (chunk.length < 200 || !text.includes(END.toString('latin1'))) return;
      arrivals.push(nowMs());
      if (arrivals.length === sockets.length) onAll();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a stream')));
    sockets.push(socket);
  });

const answers = {
  async connect() {
    for (let opened = 0; opened < Number(count); opened += AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, Number(count) - opened) }, open));
    }
    return sockets.length;
  },
  /** Forgets all events so far. */
  arm() {
    arrivals = [];
  },
  /** Waits until every stream has received an event since {@link arm}, at most ten seconds. */
  next() {
    return new Promise((resolve) => {
      const tell = () => {
        clearTimeout(late);
        resolve({ arrivals: arrivals.toSorted((left, right) => left - right) });
      };
      const late = setTimeout(tell, 10_000);
      onAll = tell;
      if (arrivals.length === sockets.length) tell();
    });
  },
};

process.on('message', async ({ ask }) => process.send({ ask, answer: await answers[ask]() }));
process.on('SIGTERM', () => process.exit(0));
process.send({ ready: true });
