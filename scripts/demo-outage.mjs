// `npm run demo:outage`: plays an outage against a running demo server, with real reports over HTTP: calm, a surge that
// the vendor confirms late, and a recovery in which some visitors vote that it works again. Takes about a minute. The exit
// code is 1 when the status did not rise and recover.
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Play, PlayError } from './demo-play.mjs';

const USAGE = `Usage: npm run demo:outage -- [--url http://127.0.0.1:4780] [--service kik]

Plays an outage against a running demo server (npm start): calm, surge, recovery.`;

/**
 * The phases: length, reports per second (a fraction is a chance), votes per second that it works again, and when the
 * vendor changes its state.
 */
const PHASES = [
  { name: 'calm', seconds: 10, reportsIn: () => 0.3, vendor: undefined },
  {
    name: 'surge',
    seconds: 20,
    reportsIn: (second) => Math.min(second, 12),
    vendor: { atSecond: 9, state: 'incident' },
  },
  {
    name: 'recovery',
    seconds: 25,
    reportsIn: () => 0.1,
    recoveredIn: (second) => (second >= 2 && second <= 8 ? 2 : 0),
    vendor: { atSecond: 3, state: 'resolved' },
  },
];
/** Seconds that the recovery may take beyond its phase. */
const PATIENCE_SECONDS = 20;
/** Share of reports in the first category, 0 to 1; the others share the rest. */
const FOCUS = 0.62;
const PROBLEMS = new Set(['degraded_performance', 'partial_outage', 'major_outage']);

/** Spreads one second's reports over the second. */
async function sendForOneSecond(play, reportsPerSecond, categories, endAtMs) {
  const whole = Math.floor(reportsPerSecond);
  const reports = whole + (Math.random() < reportsPerSecond - whole ? 1 : 0);
  for (let left = reports; left > 0; left -= 1) {
    const [first, ...others] = categories;
    const focused = others.length === 0 || Math.random() < FOCUS;
    play.startReport((focused ? first : others[randomInt(others.length)]).id);
    await sleep(Math.max(0, (endAtMs - Date.now()) / left), undefined, { signal: play.signal });
  }
  await sleep(Math.max(0, endAtMs - Date.now()), undefined, { signal: play.signal });
}

function printLine(phase, second, play, feed) {
  const columns = [
    phase.padEnd(8),
    `${String(second).padStart(2)} s`,
    `sent ${String(play.sent).padStart(3)}`,
    `counted ${String(play.counted).padStart(3)}`,
    `refused ${String(play.refused).padStart(2)}`,
    `works again ${String(feed.community?.recoveredCount ?? 0).padStart(2)}`,
    feed.status.padEnd(20),
    feed.verdict,
  ];
  console.log(columns.join('  '));
}

async function playPhase(play, phase, categories) {
  const { name, seconds, reportsIn, recoveredIn = () => 0, vendor } = phase;
  const startedAtMs = Date.now();
  const limit = name === 'recovery' ? seconds + PATIENCE_SECONDS : seconds;
  for (let second = 1; second <= limit; second += 1) {
    if (second === vendor?.atSecond) {
      await play.setVendor(vendor.state);
      console.log(`         the stand-in vendor says: ${vendor.state}`);
    }
    const rate = second <= seconds ? reportsIn(second) : 0;
    for (let left = recoveredIn(second); left > 0; left -= 1) play.startRecovered();
    await sendForOneSecond(play, rate, categories, startedAtMs + second * 1000);
    const feed = await play.readFeed();
    play.seen.push({ phase: name, status: feed.status, verdict: feed.verdict });
    printLine(name, second, play, feed);
    if (name === 'recovery' && second >= 5 && !PROBLEMS.has(feed.status)) return;
  }
}

/** Prints the result; returns whether the status rose and recovered. */
function judge(play) {
  const during = play.seen.filter(({ phase }) => phase !== 'calm');
  const rose = during.some(({ status }) => PROBLEMS.has(status));
  const confirmed = during.some(({ verdict }) => verdict === 'confirmed');
  const recovered = rose && !PROBLEMS.has(play.seen.at(-1)?.status);
  const result = [
    `The status ${rose ? 'rose' : 'did not rise'}`,
    `the vendor’s confirmation ${confirmed ? 'showed' : 'did not show'}`,
    `and the status ${recovered ? 'recovered' : 'did not recover'}.`,
  ];
  console.log(
    `\n${result.join(', ')} ${play.counted} of ${play.sent} reports were counted; ${play.recovered} visitors said that it works again.`,
  );
  return rose && recovered;
}

async function run(play) {
  const feed = await play.readFeed();
  await play.checkDemoMode();
  if (PROBLEMS.has(feed.status)) {
    throw new PlayError(
      `${feed.service.name} is at ${feed.status} already. Wait until it has recovered.`,
    );
  }
  const categories = feed.community?.categories ?? [];
  if (categories.length === 0) throw new PlayError(`${feed.service.name} takes no reports.`);
  console.log(`Open ${play.url}/demo/ and watch ${feed.service.name}. Ctrl+C stops.\n`);
  try {
    for (const phase of PHASES) await playPhase(play, phase, [...categories].sort(byMessagesFirst));
  } finally {
    await play.settle();
    // Leave the vendor operational, even after a failure.
    const last = new Play(play.url, play.service, AbortSignal.timeout(2000));
    await last.setVendor('operational').catch(() => undefined);
  }
  return judge(play);
}

/** The feed sorts categories by their reports; the play always hits the same one. */
const byMessagesFirst = (left, right) =>
  Number(right.id === 'messages') - Number(left.id === 'messages') || (left.id < right.id ? -1 : 1);

async function main() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:4780' },
      service: { type: 'string', default: 'kik' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (!URL.canParse(values.url))
    throw new PlayError(`--url: expected an address, got "${values.url}"`);
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const play = new Play(new URL(values.url).origin, values.service, interrupt.signal);
  try {
    return (await run(play)) ? 0 : 1;
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    console.log('\nStopped.');
    return 130;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof PlayError || error.code?.startsWith('ERR_PARSE_ARGS');
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
