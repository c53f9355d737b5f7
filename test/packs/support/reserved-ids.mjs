import { readFileSync } from 'node:fs';

const source = readFileSync(
  new URL('../../../server/src/catalog/check-service.ts', import.meta.url),
  'utf8',
);

/** First parts of the server's own addresses, which no service may have as its id; read from the server's source. */
export const RESERVED_IDS = [
  .../RESERVED_IDS[^=]*= \[([^\]]*)\]/.exec(source)[1].matchAll(/'([^']+)'/g),
].map(([, id]) => id);
