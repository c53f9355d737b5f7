// The plainest Node server: answers every request with the same bytes and headers, or with 304 if the ETag matches.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const body = readFileSync(process.env.BODY_FILE);
const headers = JSON.parse(process.env.HEADERS);
const full = Object.entries({ ...headers, 'content-length': body.length }).flat();
const unchanged = Object.entries(headers).flat();

const server = createServer((incoming, outgoing) => {
  const isKnown = incoming.headers['if-none-match'] === headers.etag;
  outgoing.writeHead(isKnown ? 304 : 200, isKnown ? unchanged : full);
  outgoing.end(isKnown ? undefined : body);
});
process.on('SIGTERM', () => process.exit(0));
server.listen(0, '127.0.0.1', () =>
  process.send({ ready: `http://127.0.0.1:${server.address().port}` }),
);
