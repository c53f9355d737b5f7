// What the play of an outage needs of a running demo server: its feed, its stand-in vendor, and visitors' reports.
import { randomInt, randomUUID } from 'node:crypto';
import { proveWork } from './prove-work.mjs';

/** Shares of the sites the reports come from. One foreign site alone would be held back, as it should. */
const SITES = [
  { origin: undefined, share: 0.6 },
  { origin: 'https://blog.example', share: 0.2 },
  { origin: 'https://forum.example', share: 0.2 },
];
/** A reason to stop that a person can act on; shown without a stack. */
export class PlayError extends Error {}

/** Picks an entry by its share. */
function pickSite() {
  let left = Math.random();
  return SITES.find(({ share }) => (left -= share) < 0) ?? SITES[0];
}

/** Four hexadecimal digits of an address. */
const inventGroup = () => randomInt(0x10000).toString(16);

/** A visitor nobody has seen: an address from 2001:db8::/32, which is kept for examples; one /64 is one visitor. */
const inventAddress = () => `2001:db8:${inventGroup()}:${inventGroup()}::${inventGroup()}`;

/**
 * One play against one server, and its numbers so far.
 *
 * `seen` holds what the feed said each second: `{ phase, status, verdict }`, oldest first.
 */
export class Play {
  sent = 0;
  counted = 0;
  refused = 0;
  /** Votes that it works again. */
  recovered = 0;
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
    this.#start(this.#send({ category }));
  }

  /** Lets one more visitor say that it works again. */
  startRecovered() {
    this.recovered += 1;
    this.#start(this.#send({ kind: 'recovered' }));
  }

  #start(sending) {
    const report = sending.finally(() => this.#pending.delete(report));
    this.#pending.add(report);
  }

  async #send(body) {
    try {
      const path = `/v1/services/${this.service}`;
      const headers = {
        'Content-Type': 'application/json',
        Origin: pickSite().origin ?? this.url,
        'X-Forwarded-For': inventAddress(),
      };
      const proof = await proveWork(() => this.request(`${path}/challenge`, { headers }));
      const answer = await this.request(`${path}/reports`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ ...body, idempotencyKey: randomUUID(), proof }),
      });
      const { outcome } = answer.ok ? await answer.json() : {};
      if (outcome === 'counted') this.counted += body.category === undefined ? 0 : 1;
      else this.refused += 1;
    } catch {
      this.refused += 1;
    }
  }

  /** Waits for every report and vote that is under way. */
  async settle() {
    await Promise.all(this.#pending);
  }
}
