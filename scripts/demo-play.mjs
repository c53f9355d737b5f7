// Talks to a running demo server for the play of an outage: reads its feed, sets its stand-in vendor, sends reports.
import { randomInt, randomUUID } from 'node:crypto';
import { proveWork } from './prove-work.mjs';

/** The sites that reports come from, and their shares. The server would limit reports from one foreign site alone. */
const SITES = [
  { origin: undefined, share: 0.6 },
  { origin: 'https://blog.example', share: 0.2 },
  { origin: 'https://forum.example', share: 0.2 },
];
/** An error that the user can fix; printed without a stack. */
export class PlayError extends Error {}

/** Picks an entry by its share. */
function pickSite() {
  let left = Math.random();
  return SITES.find(({ share }) => (left -= share) < 0) ?? SITES[0];
}

/** A random group of an IPv6 address, in hexadecimal. */
const inventGroup = () => randomInt(0x10000).toString(16);

/** The address of a new visitor, from 2001:db8::/32, which is reserved for documentation; one /64 is one visitor. */
const inventAddress = () => `2001:db8:${inventGroup()}:${inventGroup()}::${inventGroup()}`;

/**
 * One play against one server, with its counts so far.
 *
 * `seen` holds the feed's state of each second: `{ phase, status, verdict }`, oldest first.
 */
export class Play {
  sent = 0;
  counted = 0;
  refused = 0;
  /** Number of votes that it works again. */
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

  async setVendor(state) {
    const answer = await this.request('/demo/vendor/state', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ state }),
    });
    if (!answer.ok)
      throw new PlayError(`The stand-in vendor refused "${state}" (${answer.status}).`);
  }

  /** Sends one report without waiting for the answer; the counts show its outcome. */
  startReport(category) {
    this.sent += 1;
    this.#start(this.#send({ category }));
  }

  /** Sends a new visitor's vote that it works again, without waiting for the answer. */
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

  /** Waits for the answers to all reports and votes. */
  async settle() {
    await Promise.all(this.#pending);
  }
}
