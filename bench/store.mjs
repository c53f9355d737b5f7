// What durable reports cost: the embedded store beside a bare append + fdatasync, in one run and in turns, so that a
// busy machine slows both. Ratios are the figures to compare; milliseconds belong to this machine and this moment.
//
//   node --import tsx bench/store.mjs
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../server/src/store/sqlite-store.ts';

const BATCH_SIZES = [1, 20, 500];
const ROUNDS = 5;
/** Reports in one round, so that small batches do not take minutes. */
const roundSize = (batchSize) => Math.min(5000, 100 * batchSize);
const VOICE_WINDOW_MS = 3_600_000;

const folder = mkdtempSync(join(tmpdir(), 'outage-status-bench-'));
const store = await openSqliteStore({ dataDir: folder });
const file = openSync(join(folder, 'raw.log'), 'a');
let made = 0;

const makeBatch = (size) =>
  Array.from({ length: size }, () => {
    made += 1;
    return {
      serviceId: `service-${made % 20}`,
      category: `category-${made % 4}`,
      idempotencyKey: `6f1c2a34-9d7e-4b0a-8c55-${String(made).padStart(12, '0')}`,
      visitorHashes: [`today-${made}`.padEnd(43, 'x'), `yesterday-${made}`.padEnd(43, 'x')],
      origin: `https://blog-${made % 10}.example`,
      receivedAtMs: Date.now(),
    };
  });

const appendRaw = async (batch) => {
  writeSync(file, `${batch.map((report) => JSON.stringify(report)).join('\n')}\n`);
  fdatasyncSync(file);
};
const addToStore = (batch) => store.addReports(batch, VOICE_WINDOW_MS);

/** Wall and CPU microseconds per report. */
const measure = async (write, batchSize) => {
  const batches = Array.from({ length: roundSize(batchSize) / batchSize }, () =>
    makeBatch(batchSize),
  );
  const startedAtMs = performance.now();
  const cpuBefore = process.cpuUsage();
  for (const batch of batches) await write(batch);
  const { user, system } = process.cpuUsage(cpuBefore);
  const reports = batches.length * batchSize;
  return {
    wall: ((performance.now() - startedAtMs) * 1000) / reports,
    cpu: (user + system) / reports,
  };
};

const median = (values) => values.toSorted((left, right) => left - right)[values.length >> 1];

const compare = async (batchSize) => {
  const rounds = { raw: [], store: [] };
  await measure(addToStore, batchSize);
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.raw.push(await measure(appendRaw, batchSize));
    rounds.store.push(await measure(addToStore, batchSize));
  }
  const [raw, ours] = [rounds.raw, rounds.store].map((results) => ({
    wall: median(results.map(({ wall }) => wall)),
    cpu: median(results.map(({ cpu }) => cpu)),
  }));
  return {
    'reports a batch': batchSize,
    'raw µs/report': raw.wall.toFixed(1),
    'store µs/report': ours.wall.toFixed(1),
    'store µs CPU/report': ours.cpu.toFixed(1),
    'store reports/s': Math.round(1e6 / ours.wall),
    'speed, store : raw': (raw.wall / ours.wall).toFixed(2),
  };
};

const rows = [];
for (const batchSize of BATCH_SIZES) rows.push(await compare(batchSize));
console.table(rows);

await store.close();
closeSync(file);
rmSync(folder, { recursive: true });
