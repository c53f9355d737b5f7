/**
 * Every number of the detector, each with its unit and its reason. A "step" is a minute, in demo mode a second; rates are
 * reports per step. `docs/decisions/0008-detector.md` says how they were found and what each costs.
 */
export const DETECTOR = {
  /** Times the ceiling: the rate assumed for an outage. So a report adds ln 3 nats, and a step drains twice the ceiling. */
  gain: 3,
  /** Nats, all reports: at 1.1 a report, eight people in quick succession. Each step up costs a minute and divides false alarms by three. */
  openAll: 8.8,
  /** The same while the service is young, because the detector then overestimates the usual rate. */
  openAllYoung: 8.2,
  /** Least ceiling of all reports, reports a step (two an hour): real outages bring more, and eight people in half a day are none. */
  drainLeast: 2 / 60,
  /** Nats less where that raises the ceiling, in proportion: chance no longer adds up there. */
  drainRelief: 2,
  /** This many people never make a problem, however quick they are. */
  fewPeople: 7,
  /** From and to which share of the recent reports, 0–1, the leading category looks as in an outage. */
  leanFrom: 0.55,
  leanTo: 0.9,
  /** Nats less where it does and almost no reports are usual, so that no ninth person is needed. */
  leanRelief: 0.7,
  /** Nats more where the leading category exceeds its usual share so far that the others show nothing: from this excess on, growing over this span. */
  openAlone: 1,
  aloneFrom: 0.38,
  aloneSpan: 0.24,
  /** Usual reports an hour at which half of that and of the clumpiness applies: below, chance clusters are rarer than outages of few reports. */
  clumpsPerHour: 3,
  /** Times a category's ceiling. Less than for all, because weak outages lean on a category; at 0.9 nats a report, it takes ten people or more. */
  gainCategory: 2.5,
  /** Nats, one category. */
  openCategory: 9,
  /** Nats more in a category with almost no usual reports, because neighbours report the same category. */
  openCategorySparse: 2.5,
  /**
   * Talk after the news multiplies all reports by up to four without any fault, in the usual mix. The ceiling of all
   * reports allows it these times the usual rate: the least, more for each standard deviation of the service's own
   * spread, the most.
   */
  talkLeast: 0.8,
  talkSigmas: 13.2,
  talkTimes: 2.4,
  /** The most where visitors use one category only: no category can then find what this hides. */
  talkTimesOnly: 1.9,
  /** Usual reports an hour at which half of the part for the spread applies: below, few people talk. */
  talkPerHour: 40,
  /** Times the smoothed rate of the last steps, the most for talk, because it takes ten minutes and more to swell. */
  talkSwell: 1.1,
  /** Times the usual rate, the least ceiling while the service is young. */
  talkYoung: 2.2,
  /** Hours for which a service is young: until then its spread and its hours of the week are guesses. */
  youngHours: 336,
  /** Share of all reports at which visitors count as using one category only. */
  onlyShare: 0.9,
  /** Times the usual rate: bounds of the ceiling. */
  ceilingLeast: 1.3,
  ceilingMost: 6,
  /** Standard deviations of the hours' own unruliness between the usual rate and the ceiling. */
  ceilingSigmas: 4,
  /** Share of the squared distance from usual to ceiling that a category takes over: drift moves all categories alike, and the others show that part. */
  categoryDrift: 0.6,
  /** Squared sigmas times excess reports: how far chance clusters lift one category that expects a report an hour. */
  categoryChance: 4,
  /** Steps that the comparison of a category with the others remembers: long enough for some reports, shorter than a surge of talk. */
  recentSteps: 12,
  /** Made-up reports in that comparison, so that few reports say nothing about talk. */
  talkReports: 6,
  /** Times the expected reports of a category: the most that talk explains, and the margin by which it must exceed the others. */
  talkMost: 5,
  talkMargin: 1.3,
  /** Variance over mean of a category's quarter hours at which its threshold is as given; more raises it in proportion. */
  clumpinessLeast: 1.1,
  clumpinessMost: 2.5,
  /** Reports that the starting value of the clumpiness weighs. */
  clumpinessReports: 20,
  /** Quarter hours: eight weeks, since clusters are rare. */
  clumpinessMemory: 5376,
  /** A severe outage: times the usual rate within 20 or 5 steps, and the fewest people. */
  severe: 7,
  severePeople: 12,
  /** Times that bound for a major outage in which no category stands out: talk after the news has the usual mix, too. */
  severeEven: 1.4,
  /** People within the recent steps that make one category severe. */
  severeCategoryPeople: 6,
  /** Times the usual and least people that make a category "hit"; half of the categories hit make an outage broad. */
  hit: 3,
  hitPeople: 2,
  /** Usual share below which a category that is not hit counts as unused and is left out there. */
  usedShare: 0.03,
  /** Share of its bound below which a level drops again, so that nothing flaps. */
  keepShare: 0.4,
  /** Share of the fading peak that counts as "still going on". */
  stillPeak: 0.6,
  /** The same where visitors use one category only: real totals rise and fall more, and ended problems come again. */
  stillPeakOnly: 0.5,
  /** Steps in which the remembered peak halves: people tire of reporting in 45 to 180 minutes, but stop within 25 once it works. */
  peakHalfSteps: 240,
  /** Times the ceiling that counts as "still going on", however small the peak. */
  stillCeiling: 1.2,
  /** Reports a step: least rate that counts as "still going on". */
  stillLeast: 5 / 60,
  /** Share of "still" that "over" expects at least: the last people report after the end, and one of them must not undo all. */
  overShare: 1 / 3,
  /** Steps that a problem stays open at least, so that one burst is not news twice. */
  leastOpenSteps: 20,
  /** Nats for "over" against "still". */
  close: 4.2,
  /** Nats more where the peak was few people, half of it at one every two steps: their silence says less. */
  closeSparse: 1.2,
  /** Steps in each of the two windows compared: long enough for counts, shorter than most lulls. */
  fallWindow: 8,
  /** Times the excess of the window before: up to this, reports are falling. Half-lives of 28 minutes give 0.82. */
  fallRatio: 0.82,
  /** Standard deviations of the window before, allowed on top so that few reports do not look flat by chance. */
  fallNoise: 0.5,
  /** Steps of falling that an end requires: more than the two windows that a sudden drop brings, fewer than most tails last. */
  fallSteps: 20,
  /** Steps of falling that a flat step takes back. */
  fallLoss: 0.5,
  /** Most steps that this delays an end: the talk that follows halves in an hour and may look flat. */
  fallHeldMost: 80,
  /** A sudden drop: at most this times the excess of the window before, which was at least this many reports. Half-lives of 5 minutes give a third. */
  dropRatio: 0.2,
  dropReports: 10,
  /** Steps that a sudden drop must last, or as long as the problem had been open if that is less. */
  dropHold: 35,
  /**
   * Share of "works for me again" among the presses beyond the usual, 0–1: while a problem lasts (it never failed for
   * them, or they press the wrong button), and at its end (others still report late).
   */
  voteShareStill: 0.15,
  voteShareOver: 0.5,
  /** Most nats that votes add, under a third of `close`: fewer reports must bring the rest. */
  voteMost: 1.2,
  /** Steps of falling that votes of that full weight replace. */
  voteFallSteps: 8,
  /** Votes that each report of a problem allows to count: more voters than that are a crowd called up from elsewhere. */
  votesPerReport: 0.15,
  /** Steps over which the rate is smoothed. */
  paceSteps: 12,
  /** Steps in which the talk after an outage halves; it counts as usual, so that it opens nothing new. */
  echoHalfSteps: 30,
  /** Minutes without any decision on a service that has not even a guess of its usual rate. */
  silentMinutes: 180,
  /** Minutes for which a service is new: the detector knows little of its hours. */
  newMinutes: 2880,
  /** Times the level at first, because the guess may be a tenth of the truth. Minutes after which half of it is left, as reports arrive. */
  guessMargin: 5,
  guessHalfMinutes: 4,
  /** Hours in which the baseline learns uncut, even during a problem: until then the first guess may be wrong. */
  trustingHours: 12,
  /** Least usual rate of a new service, reports an hour; and times the rate learned so far. */
  newLeastPerHour: 3,
  newMargin: 1.5,
} as const;

/** The constants of what is usual. */
export const BASELINE = {
  /** Hours over which the overall level is averaged: ten days. */
  levelHours: 240,
  /** Share kept of what each hour of the day and each hour of the week has taught, per occurrence: about a month and six weeks. */
  keepDay: 0.97,
  keepWeek: 0.85,
  /** Made-up reports that pull a sparse hour of the week to its hour of the day, and that to the overall level. */
  madeUpReports: 8,
  /** An hour teaches no more than expected + 2 sd with 30 % drift: about twice the usual, so outages hardly raise the baseline and growth does. */
  cutSigmas: 2,
  cutDrift: 0.3,
  /** Minutes of alarm without a break after which the baseline learns uncut: the world has changed. */
  stuckMinutes: 1440,
  /** Hours on either side that a daily pattern may shift: opening times, clock changes. */
  phaseHours: 0.5,
  /** Steps and made-up reports of the slow drift of a day, and how far it may go. */
  driftSteps: 360,
  driftReports: 30,
  /** Times the expected reports of the last steps, plus reports: more is no slow drift, and a growing outage must not become usual. */
  driftTimes: 1.5,
  driftBeyond: 5,
  driftLeast: 0.6,
  driftMost: 1.6,
  /** Hours that a first guess (the catalogue's number) weighs. */
  guessHours: 1,
  /** Reports an hour when there is no guess. */
  guessPerHour: 0.3,
} as const;
