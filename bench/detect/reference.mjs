#!/usr/bin/env node
// Reference detector: node reference.mjs < events.ndjson > status.ndjson
//
// One service's status from its reports. Think of a running argument between two stories, "usual noise" and "outage":
//   * Each client counts once in six hours, so a spammer has one voice.
//   * The usual rate is learned per hour of the week; a sparse hour borrows from its hour of the day, and that from the overall level.
//     No hour may teach more than about twice what was expected, so outages hardly raise the baseline, yet real growth does.
//   * The ceiling is the usual rate x (1 + 4 sigma), sigma being how unruly this service has proved itself to be, hour by hour.
//   * Evidence for a rate of three ceilings grows by ln 3 = 1.1 with every report and drains by two ceilings' worth with every minute; it never goes
//     below 0. One sum watches all reports, and one more each category. At 9 (12 for a category) the status is "degraded": so never before
//     nine different people have reported, and by chance less than about once in e^9 = 8,000 tries.
//   * "major" is 7 times the usual and at least 12 clients within 20 (or 5) minutes; it falls back below 40 % of that.
//   * Recovery is the mirror image: evidence for "about usual" against "still above the ceiling, or above 30 % of the peak". At 3 (one in 20) it is over.
//     After that an echo of the last rate, halving every half hour, counts as usual, so the talk after an outage does not raise a new alarm.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

export const P = {
  gain: 3,
  open: 9,
  openCategory: 12,
  close: 3,
  sigmas: 4,
  ceilingMin: 1.3,
  ceilingMax: 6,
  major: 7,
  majorClients: 12,
  keepMajor: 0.4,
  stillPeak: 0.3,
  stillMin: 5 / 60,
  echoHalfMinutes: 30,
  phaseMinutes: 30,
  voiceSeconds: 6 * 3600,
  silentMinutes: 180,
  learnMinutes: 2880,
};
const COLD = 3 / 60; // reports a minute that a service may have in its first two days without comment

/** Expected reports per minute, learned online: level x hour-of-week factor. Each factor is (seen + K) / (expected + K'), K = 8 made-up reports. */
export class Baseline {
  constructor() {
    Object.assign(this, {
      levelN: 0.3,
      levelE: 1,
      dayN: new Float64Array(24),
      dayE: new Float64Array(24),
      weekN: new Float64Array(168),
      weekE: new Float64Array(168),
      nowN: 0,
      nowE: 0,
      hours: 0,
      count: 0,
      stuck: 0,
      hour: -1,
    });
  }
  factor(h) {
    const w = ((h % 168) + 168) % 168,
      d = w % 24,
      K = 8,
      day = (this.dayN[d] + K) / (this.dayE[d] + K);
    return (this.weekN[w] + K) / (this.weekE[w] + K / day);
  }
  /** m: minute since a Monday 00:00. Returns [seasonal rate, rate with half an hour's tolerance and the last hours' drift]. */
  rate(m) {
    const hour = Math.floor(m / 60);
    if (hour !== this.hour) {
      const L = this.levelN / this.levelE;
      this.hour = hour;
      this.three = [-1, 0, 1].map((k) => (L * this.factor(hour + k)) / 60);
    }
    const [a, b, c] = this.three,
      at = (x) =>
        x < -0.5
          ? a
          : x < 0.5
            ? a * (0.5 - x) + b * (0.5 + x)
            : x < 1.5
              ? b * (1.5 - x) + c * (x - 0.5)
              : c,
      f = (m % 60) / 60,
      p = P.phaseMinutes / 60;
    const drift = Math.min(1.6, Math.max(0.6, (this.nowN + 30) / (this.nowE + 30))),
      base = at(f);
    return [base, Math.max(1e-4, drift * Math.max(base, at(f - p), at(f + p)))];
  }
  learn(m, n, base, calm) {
    this.stuck = calm ? 0 : this.stuck + 1;
    if (calm) {
      const keep = Math.exp(-1 / 360);
      this.nowN = this.nowN * keep + n;
      this.nowE = this.nowE * keep + base;
    }
    this.count += n;
    if (m % 60 < 59) return;
    const w = ((Math.floor(m / 60) % 168) + 168) % 168,
      d = w % 24,
      f = this.factor(w),
      e = (this.levelN / this.levelE) * f;
    let x = this.count;
    this.count = 0;
    this.hour = -1;
    if (++this.hours > 48 && this.stuck < 1440)
      x = Math.min(x, e + 2 * Math.sqrt(e + (0.3 * e) ** 2) + 0.5);
    const keep = Math.exp(-1 / 240);
    this.levelN = this.levelN * keep + x;
    this.levelE = this.levelE * keep + f;
    const L = this.levelN / this.levelE;
    this.dayN[d] = this.dayN[d] * 0.97 + x;
    this.dayE[d] = this.dayE[d] * 0.97 + L;
    this.weekN[w] = this.weekN[w] * 0.85 + x;
    this.weekE[w] = this.weekE[w] * 0.85 + L;
  }
}

/** One service. tick(m, counts) takes a minute's new voices per category and returns 0 operational, 1 degraded, 2 major. */
export class Detector {
  constructor() {
    Object.assign(this, {
      base: new Baseline(),
      status: 0,
      age: 0,
      sum: new Float64Array(5),
      mix: [3, 3, 3, 3],
      mixSum: 12,
      echo: 0,
      fast: 0,
      last: new Float64Array(20),
      calm: 0,
      peak: 0,
      pace: 0,
      watch: -1,
      V: 0,
      E2: 0,
      seen: 0,
      due: 0,
      rough: false,
      ceiling: 2,
    });
  }
  argue(i, n, ceiling, threshold) {
    return (
      (this.sum[i] = Math.max(0, this.sum[i] + n * Math.log(P.gain) - (P.gain - 1) * ceiling)) >
      threshold
    );
  }
  tick(m, counts) {
    const n = counts[0] + counts[1] + counts[2] + counts[3],
      [base, rate0] = this.base.rate(m),
      rate = this.age < P.learnMinutes ? Math.max(1.5 * rate0, COLD) : rate0;
    this.echo *= 2 ** (-1 / P.echoHalfMinutes);
    const usual = rate + this.echo,
      limit = this.ceiling * usual;
    this.fast += (n - this.fast) / 12;
    this.last[this.age % 20] = n;
    let s = this.status;
    if (s === 0 && this.age >= P.silentMinutes) {
      let watch = this.argue(4, n, limit, P.open) ? -1 : null;
      for (let k = 0; k < 4; k++)
        if (this.argue(k, counts[k], (1.2 * limit * this.mix[k]) / this.mixSum, P.openCategory))
          watch ??= k;
      if (watch !== null) {
        s = 1;
        this.watch = watch;
        this.calm = this.peak = this.pace = 0;
        this.sum.fill(0);
      }
    } else if (s) {
      const k = this.watch,
        x = k < 0 ? n : counts[k],
        r = k < 0 ? rate : (rate * this.mix[k]) / this.mixSum;
      this.pace += (x - this.pace) / 12;
      this.peak = Math.max(this.peak, this.pace);
      const over = (1 + 0.5 * (this.ceiling - 1)) * r,
        still = Math.max(1.2 * this.ceiling * r, P.stillPeak * this.peak, P.stillMin);
      this.calm = Math.max(0, this.calm + (still - over) - x * Math.log(still / over));
      if (this.calm > P.close) {
        s = 0;
        this.echo = Math.max(0, this.fast - rate);
      }
    }
    if (s) {
      let x5 = 0,
        x20 = 0;
      for (let i = 0; i < 20; i++) {
        x20 += this.last[(this.age - i + 20) % 20];
        if (i === 4) x5 = x20;
      }
      const need = (minutes) => Math.max(P.majorClients, P.major * minutes * usual);
      if (x20 >= need(20) || x5 >= need(5)) s = 2;
      else if (s === 2 && x20 < P.keepMajor * need(20)) s = 1;
    }
    if (!s && n) {
      for (let k = 0; k < 4; k++) this.mix[k] += counts[k];
      this.mixSum += n;
      if (this.mixSum > 4000) {
        this.mix = this.mix.map((v) => v / 2);
        this.mixSum /= 2;
      }
    }
    this.seen += n;
    this.due += rate0;
    this.rough ||= s > 0;
    if (m % 60 === 59) {
      // sigma: how much the hours vary beyond Poisson, relative to what was expected
      if (!this.rough && this.age > P.learnMinutes) {
        const e = this.due,
          x = Math.min(this.seen, e + 4 * Math.sqrt(e + (0.4 * e) ** 2) + 1),
          keep = Math.exp(-1 / 720);
        this.V = this.V * keep + (x - e) ** 2 - e;
        this.E2 = this.E2 * keep + e * e;
      }
      this.ceiling = Math.min(
        P.ceilingMax,
        Math.max(
          P.ceilingMin,
          1 + P.sigmas * Math.sqrt(Math.max(0.002, (this.V + 1.2) / (this.E2 + 20))),
        ),
      );
      this.seen = this.due = 0;
      this.rough = false;
    }
    this.base.learn(m, n, base, s === 0);
    this.age++;
    return (this.status = s);
  }
}

/** The contract of run.mjs: report() for every report in time order, status() at the end of every minute. */
export function create() {
  const d = new Detector(),
    voice = new Map(),
    counts = [0, 0, 0, 0];
  let swept = 0;
  return {
    report(t, category, client) {
      const before = voice.get(client);
      if (before !== undefined && t - before < P.voiceSeconds) return;
      if (t - swept > 3600) {
        swept = t;
        for (const [k, v] of voice) if (t - v > P.voiceSeconds) voice.delete(k);
      }
      voice.set(client, t);
      counts[category]++;
    },
    status(t) {
      const s = d.tick(Math.round((t - 4 * 86400) / 60) - 1, counts);
      counts.fill(0);
      return s;
    }, // 1970-01-05 was a Monday
  };
}

async function main() {
  const NAMES = ['operational', 'degraded', 'major'],
    INDEX = { messages: 0, login: 1, feed: 2, app: 3 };
  let d,
    service,
    minute,
    end,
    status,
    out = [];
  const flush = () => {
    if (out.length) process.stdout.write(out.join('\n') + '\n');
    out = [];
  };
  const pass = (until) => {
    for (; minute < until; minute++) {
      const t = (minute + 1) * 60,
        s = d.status(t);
      if (s !== status) {
        status = s;
        out.push(JSON.stringify({ t, service, status: NAMES[s] }));
        if (out.length > 500) flush();
      }
    }
  };
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line) continue;
    const e = JSON.parse(line);
    if (e.scenario) {
      if (d) pass(end);
      d = create();
      service = e.scenario;
      minute = Math.floor(e.begin / 60);
      end = Math.floor(e.end / 60);
      status = 0;
      continue;
    }
    pass(Math.floor(e.t / 60));
    d.report(e.t, INDEX[e.category], e.client);
  }
  if (d) pass(end);
  flush();
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
