// Measures reports over HTTP, acknowledged once they are on disk, beside the plainest durable server.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, median, startProgram, startServer, measureLoad } from './machine.mjs';

const PATH = '/v1/services/kik/reports';
/** Concurrent connections, and so the most reports in one commit. */
const CONNECTIONS = 500;

// A Lua script for wrk. Every request is a new visitor with a random key, from the server's own origin: from a foreign site,
// or from none, only thirty would count and the rest would be suspected.
const SCRIPT = (origin, firstVisitor) => `
math.randomseed(${firstVisitor + 1})
local sent = ${firstVisitor}
local random = math.random
local headers = { ["Content-Type"] = "application/json", ["Origin"] = "${origin}" }
request = function()
  sent = sent + 1
  headers["X-Forwarded-For"] = string.format("10.%d.%d.%d", math.floor(sent / 65536) % 256, math.floor(sent / 256) % 256, sent % 256)
  return wrk.format("POST", nil, headers,
    string.format('{"category":"messages","idempotencyKey":"%08x-9d7e-4b0a-8c55-%012x"}', random(0, 2147483647), sent))
end
`;
/** More than one round sends. */
const VISITORS = 1_000_000;

/** @throws {Error} When the server answered reports without counting them, which costs less than counting. */
const assertCounted = async (url) => {
  const metrics = await (await fetch(`${url}/v1/metrics`)).text();
  const outcomes = [...metrics.matchAll(/reports_total\{outcome="(\w+)"\} \d+/g)];
  const others = outcomes.filter(([, outcome]) => outcome !== 'counted');
  if (outcomes.length !== 1 || others.length > 0) {
    throw new Error(`not every report was counted: ${outcomes.map(([line]) => line).join(', ')}`);
  }
};

/** @returns Rows: CPU time and rate of both servers, and their ratio. */
export async function benchReports({ rounds, seconds }) {
  const folder = makeFolder();
  const ours = await startServer();
  const bare = await startProgram('bare-log-server.mjs', { FOLDER: folder });
  const results = { ours: [], bare: [] };
  for (let round = -1; round < rounds; round += 1) {
    const run = ({ pid, ready }) => {
      const script = join(folder, 'reports.lua');
      writeFileSync(script, SCRIPT(ready, (round + 1) * VISITORS));
      return measureLoad({
        pid,
        url: `${ready}${PATH}`,
        seconds: 4 * seconds,
        script,
        connections: CONNECTIONS,
      });
    };
    const raw = await run(bare);
    const counted = await run(ours);
    if (round < 0) continue;
    results.bare.push(raw);
    results.ours.push(counted);
  }
  await assertCounted(ours.ready);
  const row = (what, side) => {
    const cpu = (list) => median(list.map((result) => result.cpuMicroseconds));
    const rate = (list) => median(list.map((result) => result.rate));
    return {
      what,
      'CPU µs/report': cpu(side).toFixed(1),
      'reports/s': Math.round(rate(side)),
      'speed by CPU, × raw': (cpu(results.bare) / cpu(side)).toFixed(2),
      'speed by wall, × raw': (rate(side) / rate(results.bare)).toFixed(2),
    };
  };
  return {
    title: `Durable reports over HTTP, ${CONNECTIONS} connections`,
    rows: [row('append + fdatasync', results.bare), row('our server', results.ours)],
  };
}
