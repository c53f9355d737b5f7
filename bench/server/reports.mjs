// Reports over HTTP, answered when they are on disk, beside the plainest server that does as much.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, median, startProgram, startServer, storm } from './machine.mjs';

const PATH = '/v1/services/kik/reports';
/** As many reports can be in one commit. */
const CONNECTIONS = 500;

// wrk speaks Lua. Every request is another visitor with another key.
const SCRIPT = (round) => `
local sent = 0
request = function()
  sent = sent + 1
  local address = string.format("10.%d.%d.%d", math.floor(sent / 65536) % 256, math.floor(sent / 256) % 256, sent % 256)
  return wrk.format("POST", nil,
    { ["Content-Type"] = "application/json", ["X-Forwarded-For"] = address },
    string.format('{"category":"messages","idempotencyKey":"bench-${round}-%09d"}', sent))
end
`;

/** @returns Rows: CPU and rate of both, ratio. */
export async function benchReports({ rounds, seconds }) {
  const folder = makeFolder();
  const ours = await startServer({ VOICE_WINDOW_SECONDS: '1' });
  const bare = await startProgram('bare-log-server.mjs', { FOLDER: folder });
  const results = { ours: [], bare: [] };
  for (let round = -1; round < rounds; round += 1) {
    const script = join(folder, `${round}.lua`);
    writeFileSync(script, SCRIPT(round + 1));
    const run = ({ pid, ready }) =>
      storm({
        pid,
        url: `${ready}${PATH}`,
        seconds: 4 * seconds,
        script,
        connections: CONNECTIONS,
      });
    const raw = await run(bare);
    const counted = await run(ours);
    if (round < 0) continue;
    results.bare.push(raw);
    results.ours.push(counted);
  }
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
