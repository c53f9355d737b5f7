// "Works for me again", pressed while a problem is shown: a variant of the suites. Votes have random numbers of their own,
// so every report stays the same. No measurements of such votes on a status page are known; every range is a cautious
// guess, with its reason. `bench/detect.mjs` drops votes while no problem is on the screen.
//
// Not drawn: votes on false alarms and on talk, which would only help, and visitors who never reported and still vote.
import { random } from './simulate.mjs';

const RETURNS = {
  /** Share of those who reported just before the end that come back and press. Most readers of a page never come back to it. */
  voters: [0.03, 0.2],
  /** Minutes in which the wish to press halves: people who reported hours before the end have gone elsewhere. */
  caresMinutes: 60,
  /** Minutes until half of them have pressed. The late reports after the end halve within 4 to 25. */
  soonMinutes: [5, 30],
  /** Wrong votes per report while a problem lasts: it fails now and then, never failed for them, or they hit the wrong button. */
  wrong: [0.01, 0.05],
};

/** Groups of voters. Each changes one thing of `usual`. */
export const VOTING = {
  usual: RETURNS,
  /** Hardly anyone takes part. */
  few: { ...RETURNS, voters: [0.005, 0.02] },
  /** One press in ten is a wrong vote. */
  'wrong 1 in 10': { ...RETURNS, wrong: [1 / 9, 1 / 9] },
  /** One visitor in ten votes wrongly, and ten come for each who reports: one wrong vote per report. */
  'wrong = reports': { ...RETURNS, wrong: [1, 1] },
  /** Half of the regions work again after half of the time: their people vote, and reports go on as before. */
  'half back': { ...RETURNS, halfBack: true },
  /** Fifty visitors vote within 5 to 60 minutes, some time after the first quarter of every outage. */
  'fifty voters': { ...RETURNS, gang: 50 },
};

/**
 * Draws the votes of one scenario.
 *
 * @param scenario From `simulate.mjs`.
 * @param reports Counted reports of each minute.
 * @param voting One of {@link VOTING}.
 * @returns Votes of each minute, each by another visitor.
 */
export function drawVotes(scenario, reports, voting, seed) {
  const votes = new Uint16Array(reports.length);
  const minuteOf = (seconds) => Math.floor((seconds - scenario.begin) / 60);
  const vote = (minute) => {
    if (minute >= 0 && minute < votes.length) votes[Math.floor(minute)] += 1;
  };
  const outages = scenario.episodes.filter(({ kind }) => kind === 'outage');
  for (const [index, outage] of outages.entries()) {
    const r = random(`votes/${scenario.id}/${index}/${seed}`);
    const [start, end] = [minuteOf(outage.start), minuteOf(outage.end)];
    const voters = r.logBetween(voting.voters);
    const soon = r.logBetween(voting.soonMinutes) / Math.LN2;
    const wrong = r.logBetween(voting.wrong);
    const middle = (start + end) / 2;
    for (let minute = start; minute < Math.min(end, reports.length); minute += 1) {
      const comeBack = (from, share) => {
        const cares = share * voters * 2 ** ((minute - from) / voting.caresMinutes);
        for (let left = r.poisson(reports[minute] * cares); left > 0; left -= 1) {
          vote(from + r.exponential(soon));
        }
      };
      if (voting.halfBack && minute < middle) comeBack(middle, 0.5);
      comeBack(end, 1);
      for (let left = r.poisson(reports[minute] * wrong); left > 0; left -= 1) vote(minute);
    }
    const gangStart = start + (end - start) * r.between([0.25, 1]);
    const gangMinutes = r.logBetween([5, 60]);
    for (let left = voting.gang ?? 0; left > 0; left -= 1) vote(gangStart + gangMinutes * r.u());
  }
  return votes;
}
