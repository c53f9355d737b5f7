// Surges on a service whose reports are even otherwise: a usual number an hour, growing to some times that within some
// minutes, in the usual mix or leaning on one category. How long until a problem is open?
import { random } from './simulate.mjs';

const DAYS_BEFORE = 28;
const MINUTES_BEFORE = DAYS_BEFORE * 1440;
const MINUTES_WATCHED = 360;
const MIX = [0.4, 0.3, 0.2, 0.1];
const LEANING = [0.1, 0.1, 0.1, 0.7];

/**
 * Usual reports an hour, times that, and minutes of growth. `leadingBefore` is our median delay, in minutes, when one
 * category leads, from before the detector looked for an outage of everything.
 */
const SURGES = [
  { perHour: 10, times: 5, ramp: 1, leadingBefore: 27 },
  { perHour: 20, times: 5, ramp: 1, leadingBefore: 13 },
  { perHour: 20, times: 5, ramp: 120, leadingBefore: 66 },
  { perHour: 100, times: 4, ramp: 60, leadingBefore: 24 },
  { perHour: 100, times: 6, ramp: 60, leadingBefore: 18 },
  { perHour: 0.5, times: 40, ramp: 60, leadingBefore: 66 },
  { perHour: 2, times: 15, ramp: 1, leadingBefore: 25 },
  { perHour: 5, times: 8, ramp: 120, leadingBefore: 91 },
  { perHour: 50, times: 4, ramp: 30, leadingBefore: 22 },
  { perHour: 100, times: 4, ramp: 1, leadingBefore: 4 },
  { perHour: 100, times: 10, ramp: 120, leadingBefore: 19 },
  { perHour: 1000, times: 3, ramp: 1, leadingBefore: 2 },
  { perHour: 1000, times: 4, ramp: 60, leadingBefore: 10 },
];

/** @returns Minutes until the detector opens a problem in one draw; Infinity if it does not within six hours. */
function findSurge(detector, { perHour, times, ramp }, mix, name, draw) {
  const r = random(`ramp/${perHour}/${times}/${ramp}/${name}/${draw}`);
  const deal = (shares, number, counts) => {
    for (let left = number; left > 0; left -= 1) {
      let u = r.u();
      let category = 0;
      while (category < 3 && (u -= shares[category]) >= 0) category += 1;
      counts[category] += 1;
    }
  };
  for (let minute = 0; minute < MINUTES_BEFORE + MINUTES_WATCHED; minute += 1) {
    const counts = [0, 0, 0, 0];
    const since = minute - MINUTES_BEFORE;
    deal(MIX, r.poisson(perHour / 60), counts);
    if (since >= 0) {
      const grown = Math.min(1, since / ramp);
      deal(mix, r.poisson((perHour / 60) * (times - 1) * grown), counts);
    }
    const level = detector.tick(minute, counts);
    if (since >= 0 && level > 0) return since + 1;
  }
  return Infinity;
}

const quantile = (sorted, p) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];

/** @returns Median and 90 % of the minutes until the detector opens a problem. */
function findSurges(make, surge, { leading, draws }) {
  const [mix, name] = leading ? [LEANING, 'leaning'] : [MIX, 'usual mix'];
  const delays = Array.from({ length: draws }, (_, draw) =>
    findSurge(make(surge), surge, mix, name, draw),
  ).toSorted((a, b) => a - b);
  return { median: quantile(delays, 0.5), p90: quantile(delays, 0.9) };
}

const minutes = (value) => (Number.isFinite(value) ? String(value) : 'never');
const cell = ({ median, p90 }) => `${minutes(median)} / ${minutes(p90)}`.padStart(14);

/**
 * Prints the surges with their targets: in the usual mix, a median of at most 1.1 times the reference's, and a 90 % that
 * is not "never" where the reference's is not; with a leading category, at most a minute more than before.
 *
 * @param makers `ours` and `reference`, each makes a new detector.
 * @returns How many targets are missed.
 */
export function printSurges({ ours, reference }, draws = 60) {
  let missed = 0;
  const judge = (isMet) => {
    if (!isMet) missed += 1;
    return isMet ? 'met' : 'MISSED';
  };
  console.log('\nSurges after 28 even days, minutes until they are told, median / 90 %');
  console.log(
    `${'an hour'.padStart(8)}${'times'.padStart(6)}${'within'.padStart(7)}` +
      `${'usual mix'.padStart(14)}${'reference'.padStart(14)}${''.padStart(9)}` +
      `${'one leads'.padStart(14)}${'before'.padStart(8)}`,
  );
  for (const surge of SURGES) {
    const even = findSurges(ours, surge, { leading: false, draws });
    const other = findSurges(reference, surge, { leading: false, draws });
    const leading = findSurges(ours, surge, { leading: true, draws });
    const isEvenMet =
      even.median <= 1.1 * other.median && (even.p90 < Infinity || other.p90 === Infinity);
    console.log(
      `${String(surge.perHour).padStart(8)}${`${surge.times} ×`.padStart(6)}${String(surge.ramp).padStart(7)}` +
        `${cell(even)}${cell(other)}${judge(isEvenMet).padStart(9)}` +
        `${cell(leading)}${String(surge.leadingBefore).padStart(8)} ${judge(leading.median <= surge.leadingBefore + 1)}`,
    );
  }
  return missed;
}
