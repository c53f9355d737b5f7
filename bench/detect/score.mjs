#!/usr/bin/env node
// Scores a detector's status timeline against the simulator's truth. No dependencies.
//
//   node score.mjs --truth truth.ndjson --status status.ndjson [--targets targets.json] [--json]
//
// status: one line per change, {"t":<seconds>,"service":"tiny-0","status":"operational"|"degraded"|"major"}; every service begins operational.
//
// Only what happens after a scenario's warm-up counts. An alarm is an unbroken stretch of "degraded" or "major".
//   detected     an alarm begins between 10 minutes before an outage's start and its end; delay = alarm start - outage start, at least 0
//                (a miss is an infinite delay, so medians and 90th percentiles run over all outages, not over the found ones)
//   own alarms   alarms that begin between 10 minutes before the start and 3 hours after the end of a true outage belong to it
//   recovery     end of the outage's last own alarm - end of the fault, at least 0
//   early        the page said "operational" for more than 10 minutes between detection and the end of the fault
//   flaps        own alarms beyond the first, per detected outage
//   false alarm  an alarm that belongs to no outage and no chatter episode; it counts again for every further full day it lasts
//   chatter      flash crowds without an outage: the share with any alarm, and with "major", is reported apart
//   major        for outages whose truth is major: time to the first "major"; over = "degraded" outages called "major"
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const MIN = 60,
  DAY = 86400,
  BEFORE = 10 * MIN,
  TAIL = 180 * MIN;
const LEVEL = { operational: 0, degraded: 1, major: 2 };
/** `first30` is the number of extra reports to expect in an outage's first half hour, `size` its rate over the usual one. */
export const CELLS = {
  main: (o) => o.first30 >= 8 && o.size >= 5, // what a community site must find
  weak: (o) => o.first30 >= 8 && o.size < 5, // enough reports, small ratio: hard to tell from a busy day
  faint: (o) => o.first30 >= 2 && o.first30 < 8, // hardly any reports: only time can tell
};
const quantile = (values, p) => {
  const s = [...values].sort((x, y) => x - y);
  return s.length ? s[Math.min(s.length - 1, Math.floor(p * s.length))] : NaN;
};

export class Scorer {
  constructor() {
    Object.assign(this, {
      years: 0,
      falseAlarms: 0,
      falseMajor: 0,
      falseMinutes: 0,
      outages: [],
      chatter: [],
      spam: [],
      steps: [],
    });
  }

  /** changes: [[seconds, level], …] in time order. */
  add(truth, changes) {
    const alarms = [];
    let now = null;
    for (const [t, level] of changes) {
      if (level && !now) alarms.push((now = { start: t, end: truth.end, major: Infinity }));
      if (now && level === 2) now.major = Math.min(now.major, t);
      if (!level && now) {
        now.end = t;
        now = null;
      }
    }
    const from = truth.warmupEnd,
      live = alarms.filter((a) => a.end > from),
      own = new Set();
    let quiet = truth.end - from;
    for (const e of truth.episodes)
      if (e.kind === 'outage') {
        if (e.end + TAIL > from) quiet -= e.end + TAIL - Math.max(e.start, from);
        const mine = live.filter(
          (a) => a.start >= e.start - BEFORE && a.start <= e.end + TAIL && !own.has(a),
        );
        mine.forEach((a) => own.add(a));
        if (e.start < from) continue;
        const hit = mine.find((a) => a.start <= e.end),
          o = {
            size: e.size,
            peak: e.peakPerHour,
            first30: e.first30,
            severity: e.severity,
            shape: e.shape,
            delay: hit ? Math.max(0, hit.start - e.start) / MIN : Infinity,
          };
        if (hit) {
          o.recovery = Math.max(0, mine.at(-1).end - e.end) / MIN;
          o.flaps = mine.length - 1;
          o.early =
            mine.reduce(
              (sum, a, i) =>
                sum + Math.max(0, Math.min(e.end, mine[i + 1]?.start ?? Infinity) - a.end),
              0,
            ) >
            10 * MIN;
        }
        const major = Math.min(Infinity, ...mine.map((a) => a.major));
        o.major = (major - e.start) / MIN;
        this.outages.push(o);
      }
    this.years += quiet / (365 * DAY);
    for (const e of truth.episodes)
      if (e.kind !== 'outage' && e.start >= from) {
        const until = e.kind === 'step' ? e.start + 2 * DAY : e.end + 30 * MIN;
        const mine = live.filter((a) => !own.has(a) && a.start >= e.start && a.start <= until);
        const r = { any: mine.length > 0, major: mine.some((a) => a.major < Infinity) };
        if (e.kind === 'spam') {
          this.spam.push(r);
          continue;
        } // spam never excuses an alarm
        (e.kind === 'chatter' ? this.chatter : this.steps).push(r);
        mine.forEach((a) => own.add(a));
      }
    for (const a of live)
      if (!own.has(a)) {
        const length = a.end - Math.max(a.start, from);
        this.falseAlarms += 1 + Math.floor(length / DAY);
        this.falseMinutes += length / MIN;
        if (a.major < Infinity) this.falseMajor++;
      }
  }

  cell(keep) {
    const d = this.outages.filter(keep).map((o) => o.delay),
      share = (f) => +((100 * d.filter(f).length) / d.length).toFixed(1);
    return {
      n: d.length,
      found: share((x) => x < Infinity),
      within10: share((x) => x <= 10),
      within30: share((x) => x <= 30),
      median: +quantile(d, 0.5).toFixed(1),
      p90: +quantile(d, 0.9).toFixed(1),
    };
  }

  result() {
    const found = this.outages.filter((o) => o.delay < Infinity),
      pct = (n, d) => +((100 * n) / (d || 1)).toFixed(1),
      r1 = (x) => +x.toFixed(1),
      r2 = (x) => +x.toFixed(2);
    const majors = this.outages.filter((o) => o.severity === 'major'),
      lesser = this.outages.filter((o) => o.severity === 'degraded');
    return {
      serviceYears: r1(this.years),
      outages: this.outages.length,
      falsePerYear: r2(this.falseAlarms / this.years),
      falseMajorPerYear: r2(this.falseMajor / this.years),
      falseMinutesPerYear: Math.round(this.falseMinutes / this.years),
      ...Object.fromEntries(Object.entries(CELLS).map(([k, f]) => [k, this.cell(f)])),
      recoveryMedian: r1(
        quantile(
          found.map((o) => o.recovery),
          0.5,
        ),
      ),
      recoveryP90: r1(
        quantile(
          found.map((o) => o.recovery),
          0.9,
        ),
      ),
      earlyPct: pct(found.filter((o) => o.early).length, found.length),
      flapsPerOutage: r2(found.reduce((s, o) => s + o.flaps, 0) / (found.length || 1)),
      majorMedian: r1(
        quantile(
          majors.map((o) => o.major),
          0.5,
        ),
      ),
      majorMissedPct: pct(majors.filter((o) => o.major === Infinity).length, majors.length),
      majorOverPct: pct(lesser.filter((o) => o.major < Infinity).length, lesser.length),
      chatterPct: pct(this.chatter.filter((x) => x.any).length, this.chatter.length),
      chatterMajorPct: pct(this.chatter.filter((x) => x.major).length, this.chatter.length),
      spamPct: pct(this.spam.filter((x) => x.any).length, this.spam.length),
      stepPct: pct(this.steps.filter((x) => x.any).length, this.steps.length),
    };
  }
}

/** Targets look like {"small": {"falsePerYear": {"max": 1}, "main.median": {"max": 20}}}; "all" applies to every class. */
export function check(results, targets) {
  const lines = [];
  let ok = true;
  for (const [cls, r] of Object.entries(results))
    for (const [path, bound] of Object.entries({ ...targets.all, ...targets[cls] })) {
      const value = path.split('.').reduce((o, k) => o?.[k], r),
        good =
          (bound.max === undefined || value <= bound.max) &&
          (bound.min === undefined || value >= bound.min);
      ok &&= good;
      lines.push(
        `${good ? 'pass' : 'FAIL'}  ${cls.padEnd(7)} ${path} = ${value} (${bound.max !== undefined ? `at most ${bound.max}` : `at least ${bound.min}`})`,
      );
    }
  return { ok, lines };
}

export function print(results) {
  for (const [cls, r] of Object.entries(results)) {
    const cell = (c) =>
      c.n ? `${c.found}% of ${c.n} found, median ${c.median} min, p90 ${c.p90} min` : 'none';
    console.log(
      `${cls}: ${r.serviceYears} service-years, ${r.falsePerYear} false alarms a year (${r.falseMajorPerYear} major, ${r.falseMinutesPerYear} min)\n  main   ${cell(r.main)}\n  weak   ${cell(r.weak)}\n  faint  ${cell(r.faint)}\n  recovery median ${r.recoveryMedian} min, p90 ${r.recoveryP90} min; early ${r.earlyPct}%; flaps ${r.flapsPerOutage}\n  major  median ${r.majorMedian} min, missed ${r.majorMissedPct}%, overcalled ${r.majorOverPct}%\n  alarm on chatter ${r.chatterPct}% (major ${r.chatterMajorPct}%), on spam ${r.spamPct}%, on a lasting step ${r.stepPct}%`,
    );
  }
}

function main() {
  const arg = (name) => {
    const i = process.argv.indexOf(`--${name}`);
    return i < 0 ? undefined : process.argv[i + 1];
  };
  const lines = (file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((l) => JSON.parse(l));
  const changes = new Map(),
    scorers = {};
  for (const { t, service, status } of lines(arg('status'))) {
    if (!(status in LEVEL)) throw new Error(`unknown status ${status}`);
    if (!changes.has(service)) changes.set(service, []);
    changes.get(service).push([t, LEVEL[status]]);
  }
  for (const truth of lines(arg('truth')))
    (scorers[truth.class] ??= new Scorer()).add(truth, changes.get(truth.scenario) ?? []);
  const results = Object.fromEntries(Object.entries(scorers).map(([k, s]) => [k, s.result()]));
  if (process.argv.includes('--json'))
    console.log(JSON.stringify(results, (k, v) => (v === Infinity ? 'never' : v), 1));
  else print(results);
  if (arg('targets')) {
    const c = check(results, JSON.parse(readFileSync(arg('targets'), 'utf8')));
    console.log(c.lines.join('\n'));
    process.exitCode = c.ok ? 0 : 1;
  }
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
