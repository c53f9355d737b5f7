// Measures durable reports: the embedded store beside a bare append + fdatasync, in one process and in turns.
import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../server/dist/store/sqlite-store.js';
import { makeFolder, median } from './machine.mjs';

const BATCH_SIZES = [1, 20, 500];
/** Reports in one round; fewer for small batches, which would take minutes. */
const roundSize = (batchSize) => Math.min(5000, 100 * batchSize);
const WARM_UP_BATCHES = 300;
const VOICE_WINDOW_MS = 3_600_000;

let made = 0;

/** A hash in the format of the server's HMACs. */
const makeHash = () => randomBytes(32).toString('base64url').slice(0, 22);

/** Makes reports as the server does, each from another IPv4 address, not in the first hours of a day. */
const makeBatch = (size) =>
  Array.from({ length: size }, () => {
    made += 1;
    return {
      serviceId: `service-${made % 20}`,
      category: `category-${made % 4}`,
      idempotencyKey: randomUUID(),
      visitorHashes: [makeHash()],
      origin: `https://blog-${made % 10}.example`,
      receivedAtMs: Date.now(),
      sharedAllowance: 3,
    };
  });

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

const compare = async ({ batchSize, rounds, appendRaw, addToStore }) => {
  const results = { raw: [], store: [] };
  await measure(addToStore, batchSize);
  for (let round = 0; round < rounds; round += 1) {
    results.raw.push(await measure(appendRaw, batchSize));
    results.store.push(await measure(addToStore, batchSize));
  }
  const [raw, ours] = [results.raw, results.store].map((list) => ({
    wall: median(list.map(({ wall }) => wall)),
    cpu: median(list.map(({ cpu }) => cpu)),
  }));
  return {
    'reports a batch': batchSize,
    'raw µs/report': raw.wall.toFixed(1),
    'store µs/report': ours.wall.toFixed(1),
    'store µs CPU/report': ours.cpu.toFixed(1),
    'store reports/s': Math.round(1e6 / ours.wall),
    'speed, × raw': (raw.wall / ours.wall).toFixed(2),
  };
};

/** @returns Rows: microseconds per report of both, by size of the batch. */
export async function benchStore({ rounds }) {
  const folder = makeFolder();
  const store = await openSqliteStore({ dataDir: folder });
  const file = openSync(join(folder, 'raw.log'), 'a');
  const appendRaw = async (batch) => {
    writeSync(file, `${batch.map((report) => JSON.stringify(report)).join('\n')}\n`);
    fdatasyncSync(file);
  };
  const addToStore = (batch) => store.reports.addReports(batch, VOICE_WINDOW_MS);
  // The first thousands let the writing thread compile its code.
  for (let batch = 0; batch < WARM_UP_BATCHES; batch += 1) await addToStore(makeBatch(10));
  const rows = [];
  for (const batchSize of BATCH_SIZES) {
    rows.push(await compare({ batchSize, rounds, appendRaw, addToStore }));
  }
  await store.close();
  closeSync(file);
  return { title: 'Embedded store alone, without HTTP, beside append + fdatasync', rows };
}
