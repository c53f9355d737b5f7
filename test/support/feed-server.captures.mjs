// Lends the tests a folder of captured status pages, where there is one: real pages are too large, and not ours, to commit.
//
//   OUTAGE_STATUS_FIXTURES=<folder>       with a folder for each format in it, e.g. statuspage-v2/
//   GET /__captures/<format's folder>     [{ name, document }]; empty when there is no such folder
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const readCaptures = (folderName) => {
  const root = process.env.OUTAGE_STATUS_FIXTURES;
  const folder = root && join(root, folderName);
  if (!folder || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, document: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
};

/** Answers a request below `/__captures/`. */
export function serveCaptures(request, response) {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(readCaptures(basename(request.url))));
}
