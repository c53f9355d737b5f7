#!/usr/bin/env node
// Seeded simulator of outage-report streams, with ground truth. No dependencies.
//
//   node simulate.mjs --suite suite-dev.json [--seed 1] [--only tiny,small] [--events events.ndjson] [--truth truth.ndjson]
//
// events (the only thing a detector may read), one line each, in time order within a scenario:
//   {"scenario":"tiny-0","begin":1704067200,"end":…,"warmupEnd":…}      opens a scenario: one service, no history before `begin`
//   {"t":1704067391.42,"service":"tiny-0","category":"login","client":"u81f3"}
// truth (for the scorer only):
//   {"scenario","class","ratePerHour","begin","end","warmupEnd","episodes":[{kind:"outage"|"chatter"|"spam"|"step",start,end,size,peakPerHour,first30,severity}]}
//
// Model: a non-homogeneous Poisson process per minute. Its rate is the service's mean rate x daily and weekly season x growth
// x slow log-normal noise (two Ornstein-Uhlenbeck terms) plus what the episodes add. Small clusters and retries make it over-dispersed.
import { readFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const CATEGORIES = ['messages', 'login', 'feed', 'app'];
const T0 = 1704067200; // Monday 2024-01-01 00:00 UTC
const MIN = 60,
  HOUR = 3600,
  DAY = 86400;

/** Small seeded generator (sfc32) with the few distributions needed. */
export function random(seedText) {
  let h = 1779033703 ^ seedText.length;
  for (const c of seedText) {
    h = Math.imul(h ^ c.charCodeAt(0), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  let a = h | 0,
    b = 0x9e3779b9 | 0,
    c = Math.imul(h, 2246822507) | 0,
    d = 1;
  const u = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i++) u();
  const normal = () => Math.sqrt(-2 * Math.log(1 - u())) * Math.cos(2 * Math.PI * u());
  return {
    u,
    normal,
    between: ([lo, hi]) => lo + (hi - lo) * u(),
    logBetween: ([lo, hi]) => Math.exp(Math.log(lo) + Math.log(hi / lo) * u()),
    pick: (xs) => xs[Math.floor(u() * xs.length)],
    exponential: (mean) => -Math.log(1 - u()) * mean,
    poisson: (m) => {
      if (m > 30) return Math.max(0, Math.round(m + Math.sqrt(m) * normal()));
      let k = 0;
      for (let p = u(), l = Math.exp(-m); p > l; p *= u()) k++;
      return k;
    },
  };
}

/** Draws one scenario (a service, its nuisances and its outages) from a suite's ranges. */
function drawScenario(suite, cls, index, seed) {
  const r = random(`${suite.name}/${cls}/${index}/${seed}`),
    c = suite.classes[cls];
  const days = c.days ?? suite.days,
    warmup = c.warmupDays ?? suite.warmupDays;
  const weights = CATEGORIES.map(() => 0.3 + r.exponential(1)),
    sum = weights.reduce((x, y) => x + y);
  const s = {
    id: `${cls}-${index}`,
    class: cls,
    begin: T0,
    end: T0 + days * DAY,
    warmupEnd: T0 + warmup * DAY,
    rate: r.logBetween(c.rate),
    mix: weights.map((w) => w / sum),
    peakHour: 24 * r.u(),
    amp: r.between(suite.season.amp),
    weekend: r.between(suite.season.weekend),
    square: r.u() < (suite.season.square ?? 0),
    growth: r.between(suite.growthPerWeek),
    sdDay: r.between(suite.noise.day),
    sdHour: r.between(suite.noise.hour),
    cluster: r.between(suite.noise.cluster),
    retry: suite.retry,
    episodes: [],
    odd: suite.oddDays ?? 0,
    r,
  };
  // A draw of its own, so that suites that came before draw what they always did.
  s.expected =
    s.rate *
    (suite.expectation
      ? random(`expectation/${suite.name}/${cls}/${index}/${seed}`).logBetween(suite.expectation)
      : 1);
  if (suite.oneCategory) s.mix = CATEGORIES.map((_, k) => (k === 0 ? 1 : 0));
  const every = (meanDays, from, make) => {
    for (
      let t = from + r.exponential(meanDays * DAY);
      t < s.end - DAY;
      t += r.exponential(meanDays * DAY)
    )
      s.episodes.push(make(Math.round(t)));
  };
  const o = suite.outage;
  /** The usual mix, up to some share of which is another one. */
  const blurred = (range) => {
    const share = r.between(range),
      other = CATEGORIES.map(() => r.exponential(1)),
      all = other.reduce((x, y) => x + y);
    return s.mix.map((m, k) => m * (1 - share) + (share * other[k]) / all);
  };
  every(c.everyDays ?? o.everyDays, s.begin + (c.firstOutageDays ?? 3) * DAY, (start) => {
    const minutes = Math.min(600, Math.max(15, o.minutes[0] * Math.exp(o.minutes[1] * r.normal())));
    const focus = r.u() < 0.7 ? Math.floor(r.u() * 4) : -1,
      share = r.between([0.55, 0.9]);
    return {
      kind: 'outage',
      start,
      end: Math.round(start + minutes * MIN),
      size: r.pick(c.sizes),
      ramp: r.logBetween(o.abrupt && r.u() < o.abrupt.share ? o.abrupt.ramp : o.ramp) * MIN,
      fatigue: r.between(o.fatigue) * MIN,
      floor: r.between(o.floor),
      tail: r.between(o.tail) * MIN,
      shape: r.pick(o.shapes),
      news: r.u() < o.news ? r.between([0.05, 0.2]) : 0,
      mix: suite.oneCategory
        ? s.mix
        : o.blur
          ? blurred(o.blur)
          : focus < 0
            ? CATEGORIES.map((_, k) => (k === 3 ? 0.55 : 0.15))
            : s.mix.map((m, k) => m * (1 - share) + (k === focus ? share : 0)),
    };
  });
  every(suite.chatter.everyDays, s.warmupEnd, (start) => {
    const ramp = r.between(suite.chatter.ramp) * MIN,
      tail = r.between(suite.chatter.tail) * MIN,
      size = r.between(c.chatter ?? suite.chatter.size);
    return {
      kind: 'chatter',
      start,
      end: Math.round(start + ramp + 3 * tail),
      size,
      ramp,
      tail,
      mix: suite.chatter.blur ? blurred(suite.chatter.blur) : s.mix,
    };
  });
  every(suite.spam.everyDays, s.begin + DAY, (start) => {
    const clients = 1 + Math.floor(r.u() * suite.spam.clients),
      minutes = r.logBetween(suite.spam.minutes);
    return {
      kind: 'spam',
      start,
      end: Math.round(start + minutes * MIN),
      size: Math.round(r.logBetween(suite.spam.reports)),
      clients,
      category: r.u() < 0.5 ? -1 : Math.floor(r.u() * 4),
    };
  });
  if (r.u() < (suite.step?.share ?? 0))
    s.episodes.push({
      kind: 'step',
      start: Math.round(s.warmupEnd + r.u() * 7 * DAY),
      end: s.end,
      size: r.between(suite.step.size),
    });
  // Keep true outages apart (an hour of quiet plus the tail), and nuisances away from outages, so that ground truth is unambiguous.
  s.episodes.sort((x, y) => x.start - y.start);
  const kept = [];
  for (const e of s.episodes.filter((x) => x.kind === 'outage'))
    if (!kept.length || e.start > kept.at(-1).end + 6 * HOUR) kept.push(e);
  for (const e of s.episodes.filter((x) => x.kind !== 'outage'))
    if (
      e.kind === 'step' ||
      !kept.some((k) => e.start < k.end + 6 * HOUR && e.end > k.start - 3 * HOUR)
    )
      kept.push(e);
  s.episodes = kept.sort((x, y) => x.start - y.start);
  for (const e of s.episodes)
    if (e.kind === 'outage') {
      e.peakPerHour = s.rate * season(s, e.start) * e.size;
      e.first30 = 0;
      for (let t = 0; t < 30 * MIN; t += MIN)
        e.first30 += (e.peakPerHour / e.size / 60) * extra(e, e.start + t); // reports to expect beyond the usual
      e.severity = e.size >= 10 && e.peakPerHour >= 30 ? 'major' : 'degraded';
    }
  return s;
}

/** Mean-one daily and weekly season. `square` is an office-hours shape. */
export function season(s, t) {
  const h = ((t - T0) / HOUR) % 168,
    x = (2 * Math.PI * ((h % 24) - s.peakHour)) / 24;
  const daily = s.square
    ? Math.cos(x) > 0
      ? 1 + s.amp
      : 1 - s.amp
    : Math.max(0.05, 1 + s.amp * (Math.cos(x) + 0.25 * Math.cos(2 * x + 1)));
  const edge = (at) => 1 / (1 + Math.exp(-(h - at) / 1.5)); // smooth over a few hours
  return (
    (daily * (1 + (s.weekend - 1) * (edge(120) - edge(166) + 1 - edge(-2))) * 7) /
    (5 + 2 * s.weekend)
  );
}

/** Extra rate of an episode at t, in units of the season's rate when it began (outage, chatter). */
export function extra(e, t) {
  const dt = t - e.start;
  if (dt < 0) return 0;
  if (e.kind === 'chatter')
    return (e.size - 1) * (dt < e.ramp ? dt / e.ramp : 2 ** (-(dt - e.ramp) / e.tail));
  const during = (x) => {
    const up = Math.min(1, x / e.ramp),
      tired = e.floor + (1 - e.floor) * 2 ** (-Math.max(0, x - e.ramp) / e.fatigue),
      f = x / (e.end - e.start);
    if (e.shape === 'relapse') return up * tired * (f > 0.4 && f < 0.6 ? 0.15 : 1);
    if (e.shape === 'slowburn') return Math.min(1, f / 0.6) * tired;
    if (e.shape === 'front')
      return up * (0.15 + 0.85 * 2 ** (-Math.max(0, x - e.ramp) / (25 * MIN)));
    return up * tired; // plateau
  };
  const live = t < e.end ? during(dt) : during(e.end - e.start) * 2 ** (-(t - e.end) / e.tail);
  const news = e.news && dt > 30 * MIN ? e.news * 2 ** (-(dt - 30 * MIN) / (60 * MIN)) : 0;
  return (e.size - 1) * (live + (t < e.end ? 0 : news));
}

/** Runs a scenario, calling emit(t, category, client) in time order. Clients are integers; spam clients are negative. */
export function run(s, emit) {
  const r = s.r,
    queue = []; // queue: reports that fall in a later minute (retries, clusters, spam)
  let nextClient = 1,
    day = r.normal(),
    hour = r.normal(),
    oddFactor = 1;
  const kd = Math.exp(-MIN / (12 * HOUR)),
    kh = Math.exp(-MIN / HOUR),
    qd = Math.sqrt(1 - kd * kd),
    qh = Math.sqrt(1 - kh * kh);
  const category = (mix) => {
    let x = r.u();
    for (let k = 0; k < 3; k++) if ((x -= mix[k]) < 0) return k;
    return 3;
  };
  const report = (out, t, mix) => {
    const client = nextClient++,
      k = category(mix);
    out.push([t, k, client]);
    if (r.u() < s.retry)
      for (let i = 1 + Math.floor(r.u() * 3), u = t; i > 0; i--)
        queue.push([(u += r.exponential(3 * MIN)), r.u() < 0.7 ? k : category(mix), client]);
  };
  let live = [],
    nextEpisode = 0,
    level = 1;
  for (let t = s.begin; t < s.end; t += MIN) {
    day = day * kd + qd * r.normal();
    hour = hour * kh + qh * r.normal();
    if ((t - T0) % DAY === 0) oddFactor = r.u() < s.odd ? r.pick([0.5, 1.5]) : 1; // holidays and the like
    for (
      ;
      nextEpisode < s.episodes.length && s.episodes[nextEpisode].start < t + MIN;
      nextEpisode++
    ) {
      const e = s.episodes[nextEpisode];
      if (e.kind === 'step') level = e.size;
      else if (e.kind === 'spam')
        for (let i = 0; i < e.size; i++)
          queue.push([
            e.start + (e.end - e.start) * r.u(),
            e.category < 0 ? Math.floor(r.u() * 4) : e.category,
            -(nextEpisode * 100 + Math.floor(r.u() * e.clients) + 1),
          ]);
      else live.push(e);
    }
    const growth = (1 + s.growth) ** ((t - s.begin) / (7 * DAY));
    const noise = Math.exp(s.sdDay * day - s.sdDay ** 2 / 2 + s.sdHour * hour - s.sdHour ** 2 / 2);
    const base = (s.rate / 60) * season(s, t) * growth * level * oddFactor * noise,
      out = [];
    for (let n = r.poisson(base * (1 - s.cluster)); n > 0; n--) report(out, t + MIN * r.u(), s.mix);
    for (let n = r.poisson((base * s.cluster) / 3); n > 0; n--) {
      // a local trouble: about three neighbours report within a quarter of an hour
      const k = category(s.mix),
        at = t + MIN * r.u();
      for (let i = 2 + r.poisson(1); i > 0; i--)
        queue.push([at + r.u() * 15 * MIN, k, nextClient++]);
    }
    for (const e of live)
      for (
        let n = r.poisson(
          (s.rate / 60) *
            season(s, e.start) *
            growth *
            level *
            extra(e, t) *
            Math.min(2, season(s, t) / season(s, e.start)) *
            noise,
        );
        n > 0;
        n--
      )
        report(out, t + MIN * r.u(), e.mix);
    if (live.length) live = live.filter((e) => t < e.end + 12 * HOUR);
    for (let i = queue.length - 1; i >= 0; i--)
      if (queue[i][0] < t + MIN) {
        if (queue[i][0] < s.end) out.push(queue[i]);
        queue[i] = queue.at(-1);
        queue.pop();
      }
    out.sort((x, y) => x[0] - y[0]);
    for (const x of out) emit(x[0], x[1], x[2]);
  }
}

export function* scenarios(suite, seed, only) {
  for (const cls of Object.keys(suite.classes))
    if (!only || only.includes(cls))
      for (let i = 0; i < suite.classes[cls].services; i++) yield drawScenario(suite, cls, i, seed);
}

export function truthOf(s) {
  const episodes = s.episodes.map(
    ({ kind, start, end, size, peakPerHour, first30, severity, shape }) => ({
      kind,
      start,
      end,
      size,
      peakPerHour,
      first30,
      severity,
      shape,
    }),
  );
  return {
    scenario: s.id,
    class: s.class,
    ratePerHour: s.rate,
    begin: s.begin,
    end: s.end,
    warmupEnd: s.warmupEnd,
    episodes,
  };
}

function main() {
  const arg = (name, other) => {
    const i = process.argv.indexOf(`--${name}`);
    return i < 0 ? other : process.argv[i + 1];
  };
  const suite = JSON.parse(readFileSync(arg('suite', 'suite-dev.json'), 'utf8'));
  const truth = openSync(arg('truth', 'truth.ndjson'), 'w'),
    events = arg('events') ? openSync(arg('events'), 'w') : 1;
  let buffer = [];
  const flush = () => {
    let b = Buffer.from(buffer.join(''));
    buffer = [];
    while (b.length) {
      try {
        b = b.subarray(writeSync(events, b));
      } catch (e) {
        if (e.code !== 'EAGAIN') throw e;
      }
    }
  };
  for (const s of scenarios(suite, arg('seed', '1'), arg('only')?.split(','))) {
    writeSync(truth, JSON.stringify(truthOf(s)) + '\n');
    buffer.push(
      JSON.stringify({ scenario: s.id, begin: s.begin, end: s.end, warmupEnd: s.warmupEnd }) + '\n',
    );
    run(s, (t, k, client) => {
      buffer.push(
        `{"t":${t.toFixed(2)},"service":"${s.id}","category":"${CATEGORIES[k]}","client":"${client < 0 ? `x${-client}` : `u${client.toString(36)}`}"}\n`,
      );
      if (buffer.length > 5000) flush();
    });
    flush();
  }
  closeSync(truth);
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
