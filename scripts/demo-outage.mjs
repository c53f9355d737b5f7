// `npm run demo:outage`: plays an outage against a running demo server, with real reports over HTTP: calm, a surge that
// the vendor confirms late, recovery. About a minute. Ends with 1 when the status did not rise and recover.
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const USAGE = `Usage: npm run demo:outage -- [--url http://127.0.0.1:4780] [--service kik]

Plays an outage against a running demo server (npm start): calm, surge, recovery.`;

/** Each phase: how long, how many reports in each second (fractions: now and then), and what the vendor says when. */
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
    vendor: { atSecond: 3, state: 'resolved' },
  },
];
/** How much longer than its phase the recovery may take, in seconds. */
const PATIENCE_SECONDS = 20;
/** Share of the surge that goes to the first category; the rest is spread over the others. */
const FOCUS = 0.62;
/** Shares of the sites the reports come from. One foreign site alone would be held back, as it should. */
const SITES = [
  { origin: undefined, share: 0.6 },
  { origin: 'https://blog.example', share: 0.2 },
  { origin: 'https://forum.example', share: 0.2 },
];
const PROBLEMS = new Set(['degraded_performance', 'partial_outage', 'major_outage']);

/** A reason to stop that a person can act on; shown without a stack. */
class PlayError extends Error {}

/** Picks an entry by its share. */
function pickSite() {
  let left = Math.random();
  return SITES.find(({ share }) => (left -= share) < 0) ?? SITES[0];
}

/** Four hexadecimal digits of an address. */
const inventGroup = () => randomInt(0x10000).toString(16);

/** A visitor nobody has seen: an address from 2001:db8::/32, which is kept for examples; one /64 is one visitor. */
const inventAddress = () => `2001:db8:${inventGroup()}:${inventGroup()}::${inventGroup()}`;

/** One play against one server. */
class Play {
  sent = 0;
  counted = 0;
  refused = 0;
  seen = [];
  #pending = new Set();

  constructor(url, service, signal) {
    this.url = url;
    this.service = service;
    this.signal = signal;
  }

  async request(path, options = {}) {
    const timeout = AbortSignal.timeout(5000);
    try {
      return await fetch(this.url + path, {
        ...options,
        signal: AbortSignal.any([timeout, this.signal]),
      });
    } catch (cause) {
      this.signal.throwIfAborted();
      throw new PlayError(`No answer from ${this.url}. Start the demo server with: npm start`, {
        cause,
      });
    }
  }

  async readFeed() {
    const answer = await this.request(`/v1/services/${this.service}/status.json`);
    if (answer.status === 404)
      throw new PlayError(`The server at ${this.url} has no service "${this.service}".`);
    if (!answer.ok) throw new PlayError(`The feed of ${this.service} answers ${answer.status}.`);
    return answer.json();
  }

  async checkDemoMode() {
    const answer = await this.request('/demo/vendor/state');
    if (!answer.ok) {
      throw new PlayError(
        `The server at ${this.url} is not in demo mode. Start it with: npm start, or with DEMO=1.`,
      );
    }
  }

  async tellVendor(state) {
    const answer = await this.request('/demo/vendor/state', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ state }),
    });
    if (!answer.ok)
      throw new PlayError(`The stand-in vendor refused "${state}" (${answer.status}).`);
  }

  /** Sends one report without waiting for it; what became of it shows in the numbers. */
  startReport(category) {
    this.sent += 1;
    const report = this.#sendReport(category).finally(() => this.#pending.delete(report));
    this.#pending.add(report);
  }

  async #sendReport(category) {
    try {
      const answer = await this.request(`/v1/services/${this.service}/reports`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Origin: pickSite().origin ?? this.url,
          'X-Forwarded-For': inventAddress(),
        },
        body: JSON.stringify({ category, idempotencyKey: randomUUID() }),
      });
      const { outcome } = answer.ok ? await answer.json() : {};
      if (outcome === 'counted') this.counted += 1;
      else this.refused += 1;
    } catch {
      this.refused += 1;
    }
  }

  /** Waits for every report that is under way. */
  async settle() {
    await Promise.all(this.#pending);
  }
}

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
    feed.status.padEnd(20),
    feed.verdict,
  ];
  console.log(columns.join('  '));
}

async function playPhase(play, { name, seconds, reportsIn, vendor }, categories) {
  const startedAtMs = Date.now();
  const limit = name === 'recovery' ? seconds + PATIENCE_SECONDS : seconds;
  for (let second = 1; second <= limit; second += 1) {
    if (second === vendor?.atSecond) {
      await play.tellVendor(vendor.state);
      console.log(`         the stand-in vendor says: ${vendor.state}`);
    }
    const rate = second <= seconds ? reportsIn(second) : 0;
    await sendForOneSecond(play, rate, categories, startedAtMs + second * 1000);
    const feed = await play.readFeed();
    play.seen.push({ phase: name, status: feed.status, verdict: feed.verdict });
    printLine(name, second, play, feed);
    if (name === 'recovery' && second >= 5 && !PROBLEMS.has(feed.status)) return;
  }
}

/** Says how it went. */
function judge(play) {
  const during = play.seen.filter(({ phase }) => phase !== 'calm');
  const rose = during.some(({ status }) => PROBLEMS.has(status));
  const confirmed = during.some(({ verdict }) => verdict === 'confirmed');
  const recovered = rose && !PROBLEMS.has(play.seen.at(-1)?.status);
  const told = [
    `The status ${rose ? 'rose' : 'did not rise'}`,
    `the vendor’s confirmation ${confirmed ? 'showed' : 'did not show'}`,
    `and the status ${recovered ? 'recovered' : 'did not recover'}.`,
  ];
  console.log(`\n${told.join(', ')} ${play.counted} of ${play.sent} reports were counted.`);
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
  if (categories.length === 0)
    throw new PlayError(`Nobody counts reports for ${feed.service.name}.`);
  console.log(`Open ${play.url}/demo/ and watch ${feed.service.name}. Ctrl+C stops.\n`);
  try {
    for (const phase of PHASES) await playPhase(play, phase, [...categories].sort(byMessagesFirst));
  } finally {
    await play.settle();
    // However it ends, the next visitor finds a calm vendor.
    const last = new Play(play.url, play.service, AbortSignal.timeout(2000));
    await last.tellVendor('operational').catch(() => undefined);
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
