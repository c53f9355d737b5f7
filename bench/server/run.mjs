// Measures the server beside the plainest program for the same work, in one run and in turns. A busy machine slows both,
// so compare the ratios.
//
//   npm run bench:server                        everything, about four minutes
//   npm run bench:server -- --quick             fewer and shorter rounds
//   npm run bench:server -- --only feed,push
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cleanUp, describeMachine } from './machine.mjs';

const BENCHES = {
  feed: async (options) => (await import('./feed.mjs')).benchFeed(options),
  badges: async (options) => (await import('./badges.mjs')).benchBadges(options),
  store: async (options) => (await import('./store.mjs')).benchStore(options),
  reports: async (options) => (await import('./reports.mjs')).benchReports(options),
  stall: async (options) => (await import('./stall.mjs')).benchStall(options),
  push: async (options) => (await import('./push.mjs')).benchPush(options),
};

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const names = values.only?.split(',') ?? Object.keys(BENCHES);
const unknown = names.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  process.stderr.write(`--only ${unknown}: expected ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(64);
}
if (!existsSync(new URL('../../server/dist/index.js', import.meta.url))) {
  process.stderr.write('The server as it is built is measured: npm run build first.\n');
  process.exit(69);
}
const options = values.quick ? { rounds: 1, seconds: 1 } : { rounds: 5, seconds: 1 };
process.stdout.write(`${describeMachine()}\n`);
for (const name of names) {
  try {
    const { title, rows, notes = [] } = await BENCHES[name](options);
    process.stdout.write(`\n${title}\n`);
    console.table(rows);
    for (const note of notes) process.stdout.write(`${note}\n`);
  } finally {
    await cleanUp();
  }
}
