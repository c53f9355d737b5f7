// Views of a service's feed, minute by minute: a variant of the suites that asks whether reports per view distinguish talk
// after the news from a fault. Views have random numbers of their own, so the reports stay the same. No published numbers
// are known; the two sets of ranges are a hopeful and a doubtful guess.
import { DETECTOR } from '../../server/src/decide/detector/constants.ts';
import { Detector } from '../../server/src/decide/detector/detector.ts';
import { newSeason, Season } from '../../server/src/decide/detector/season.ts';
import { newState } from '../../server/src/decide/detector/state.ts';
import { extra, random, season } from './simulate.mjs';

export const VIEWING = {
  hopeful: {
    /** Views for each usual report. */
    perReport: [30, 300],
    /** Views for each extra report of an outage and of talk, as a share of that: those who are hit report, the curious look. */
    outage: [0.05, 0.5],
    talk: [1, 3],
    /** Share of views that caches in front let through. */
    seen: [0.3, 1],
  },
  doubtful: {
    perReport: [30, 300],
    /** News of an outage draws the curious as well; and some talk makes people report more than usual. */
    outage: [0.3, 1.5],
    talk: [0.3, 3],
    seen: [0.02, 1],
    /** Cache locations; the server sees four views a minute from each at most, however many people look. */
    places: [5, 100],
    /** A big page that embeds the badge has visitors of its own: days between its rushes, minutes, times the usual views. */
    rush: { everyDays: 5, minutes: [20, 360], size: [2, 20] },
  },
};

/** @returns Views of the feed in each minute. */
export function drawViews(scenario, minutes, viewing, seed) {
  const r = random(`views/${scenario.id}/${seed}`);
  const perReport = r.logBetween(viewing.perReport) * r.logBetween(viewing.seen);
  const most = viewing.places ? 4 * r.logBetween(viewing.places) : Infinity;
  const episodes = scenario.episodes
    .filter(({ kind }) => kind === 'outage' || kind === 'chatter')
    .map((episode) => ({
      episode,
      times:
        r.logBetween(episode.kind === 'outage' ? viewing.outage : viewing.talk) *
        season(scenario, episode.start),
    }));
  const views = new Float64Array(minutes);
  let rush = { until: -1, next: viewing.rush ? r.exponential(viewing.rush.everyDays * 1440) : NaN };
  for (let minute = 0; minute < minutes; minute += 1) {
    const t = scenario.begin + minute * 60;
    if (minute >= rush.next) {
      rush = {
        until: minute + r.logBetween(viewing.rush.minutes),
        size: r.logBetween(viewing.rush.size),
        next: minute + r.exponential(viewing.rush.everyDays * 1440),
      };
    }
    let interest = season(scenario, t) * (minute < rush.until ? rush.size : 1);
    for (const { episode, times } of episodes) {
      if (t >= episode.start && t < episode.end + 43_200) interest += times * extra(episode, t);
    }
    views[minute] = Math.min(most, r.poisson((scenario.rate / 60) * perReport * interest));
  }
  return views;
}

const MONDAY_SECONDS = 4 * 86_400;
const SCORED = [0, 1, 1, 2];
const SMOOTH_MINUTES = 12;
const MOST_TIMES = 5;
/** Times the usual reports that the ceiling allows while views are as usual. */
const MARGIN = 1.3;

/**
 * Our detector with a ceiling of all reports that allows talk only in proportion to the rise of views. The categories'
 * ceilings stay unchanged.
 */
export class OursByViews {
  #season = new Season(newSeason(60), 60);
  #detector;
  #seen = 0;
  #usual = 0;

  constructor(scenario) {
    const firstStep = (scenario.begin - MONDAY_SECONDS) / 60;
    const start = { categories: 4, stepSeconds: 60, firstStep, guessPerHour: scenario.expected };
    this.#detector = new Detector(newState(start), { speaksAtOnce: true });
  }

  tick(minute, counts, views) {
    const season = this.#season;
    season.look(minute);
    this.#seen += (views - this.#seen) / SMOOTH_MINUTES;
    this.#usual += (season.usual - this.#usual) / SMOOTH_MINUTES;
    const times = (this.#seen + 0.5) / (this.#usual + 0.5);
    const { talkTimes, talkYoung } = DETECTOR;
    const byViews = MARGIN * Math.min(MOST_TIMES, Math.max(1, times));
    DETECTOR.talkTimes = Math.min(talkTimes, byViews);
    DETECTOR.talkYoung = Math.min(talkYoung, byViews);
    const level = this.#detector.tick(counts);
    Object.assign(DETECTOR, { talkTimes, talkYoung });
    const calm = level === 0;
    season.learn(minute, views, { drifts: calm, believe: season.state.hours < 48 });
    return SCORED[level];
  }
}
