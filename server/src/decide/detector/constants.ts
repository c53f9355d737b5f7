/**
 * Every number of the detector, each with its unit and its reason. A "step" is a minute, in demo mode a second; rates are
 * reports per step. How they were found, and what each costs: `docs/decisions/0008-detector.md`.
 */
export const DETECTOR = {
  /** Times the ceiling. An outage is imagined as this rate: a report weighs ln 3, a step drains twice the ceiling. */
  gain: 3,
  /** Nats, all reports: at 1.1 a report, eight people in quick succession. Each step up costs a minute and divides false alarms by three. */
  openAll: 8.8,
  /** The same while the service is young: what is usual is taken generously then. */
  openAllYoung: 8.2,
  /** Reports a step, two an hour, that drain at least: an outage worth telling brings more, and eight people in half a day are none. */
  drainLeast: 2 / 60,
  /** Nats less where that is more than the ceiling, in proportion: chance no longer adds up there. */
  drainRelief: 2,
  /** People who never make a problem, however quick they are. */
  fewPeople: 7,
  /** Share of the recent reports, from and to: between them they lean on one category as outages do. */
  leanFrom: 0.55,
  leanTo: 0.9,
  /** Nats less where they do and next to nothing is usual: no ninth person is asked for. */
  leanRelief: 0.7,
  /** Nats more where the leading category has so much more than its usual share that the others show nothing, from and over which span. */
  openAlone: 1,
  aloneFrom: 0.38,
  aloneSpan: 0.24,
  /** Usual reports an hour at which half of that counts, and half of the clumps: below, chance clusters are rarer than outages of few reports. */
  clumpsPerHour: 3,
  /** Times a category's ceiling. Less than for all: weak outages lean on a category, and of neighbours it takes more, nine at 0.9 nats. */
  gainCategory: 2.5,
  /** Nats, one category. */
  openCategory: 9,
  /** Nats more in a category where next to nothing is usual: neighbours share their category. */
  openCategorySparse: 2.5,
  /**
   * Talk after the news multiplies all reports by up to four without any fault, in the usual mix. Times the usual rate
   * that the ceiling of all reports grants it: the least, more for each standard deviation of the service's own spread,
   * at most.
   */
  talkLeast: 0.8,
  talkSigmas: 13.2,
  talkTimes: 2.4,
  /** The same at most where visitors use one category only: no category finds there what this hides. */
  talkTimesOnly: 1.9,
  /** Usual reports an hour at which half of that is granted: below, talk is few people. */
  talkPerHour: 40,
  /** Times the smoothed rate of the last steps: talk is granted no more, since it takes ten minutes and more to swell. */
  talkSwell: 1.1,
  /** Times the usual rate, while the service is young. */
  talkYoung: 2.2,
  /** Hours in which a service is young: until then its spread and its hours of the week are guesses. */
  youngHours: 336,
  /** Share of all reports from which on visitors use one category only. */
  onlyShare: 0.9,
  /** Times the usual rate: bounds of the ceiling. */
  ceilingLeast: 1.3,
  ceilingMost: 6,
  /** Standard deviations of the hours' own unruliness between the usual rate and the ceiling. */
  ceilingSigmas: 4,
  /** Share of the squared distance from usual to ceiling that a category takes over: drift moves all categories alike, and that part is seen in the others. */
  categoryDrift: 0.6,
  /** Squared sigmas times excess reports: how far chance clusters lift one category that expects a report an hour. */
  categoryChance: 4,
  /** Steps that the comparison of a category with the others remembers: long enough for some reports, shorter than a surge of talk. */
  recentSteps: 12,
  /** Made-up reports in that comparison, so that few reports say nothing about talk. */
  talkReports: 6,
  /** Times: talk may lift what is expected of a category so far, and a category must stand out from it by the margin. */
  talkMost: 5,
  talkMargin: 1.3,
  /** Variance over mean of a category's quarter hours at which its threshold is as given; more raises it in proportion. */
  clumpinessLeast: 1.1,
  clumpinessMost: 2.5,
  /** Reports that the starting value of the clumpiness weighs. */
  clumpinessReports: 20,
  /** Quarter hours: eight weeks, since clusters are rare. */
  clumpinessMemory: 5376,
  /** Times the usual rate within 20 or 5 steps, and the least people: a severe outage. */
  severe: 7,
  severePeople: 12,
  /** Times that bound for a major outage of which no category stands out: talk after the news has the usual mix, too. */
  severeEven: 1.4,
  /** People within the recent steps that make one category severe. */
  severeCategoryPeople: 6,
  /** Times the usual and least people that make a category "hit"; half of the categories hit make an outage broad. */
  hit: 3,
  hitPeople: 2,
  /** Usual share below which a category that is not hit is not used, and counts for nothing there. */
  usedShare: 0.03,
  /** Share of its bound at which a level is given up again, so that nothing flaps. */
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
  /** Steps that are compared with as many before them: long enough for counts, shorter than most lulls. */
  fallWindow: 8,
  /** Times the excess of the steps before: fewer are falling. Half-lives of 28 minutes give 0.82. */
  fallRatio: 0.82,
  /** Standard deviations of the steps before that are granted beside it, so that few reports are not called flat by chance. */
  fallNoise: 0.5,
  /** Steps of falling that an end takes: more than a sudden drop brings, which is two windows; fewer than most tails last. */
  fallSteps: 20,
  /** Steps of falling that a flat step takes back. */
  fallLoss: 0.5,
  /** Steps that an end is put off at most: the talk that follows halves in an hour and may look flat. */
  fallHeldMost: 80,
  /** Times the excess of the steps before, and how many reports that must have been: less is a sudden drop. Half-lives of 5 minutes give a third. */
  dropRatio: 0.2,
  dropReports: 10,
  /** Steps that a sudden drop must last, or as long as the problem had been open if that is less. */
  dropHold: 35,
  /**
   * Share of "works for me again" among the presses beyond the usual, 0–1: while a problem lasts (those it never failed
   * for, the wrong button), and at its end (others still report late).
   */
  voteShareStill: 0.15,
  voteShareOver: 0.5,
  /** Nats that votes may bring, a third of `close`: the rest must be fewer reports. */
  voteMost: 1.2,
  /** Steps of falling that as many votes as may count stand for. */
  voteFallSteps: 8,
  /** Votes that each report of a problem lets count: more voters than that are a crowd called up from elsewhere. */
  votesPerReport: 0.15,
  /** Steps over which the rate is smoothed. */
  paceSteps: 12,
  /** Steps in which the talk after an outage halves; it counts as usual, so that it opens nothing new. */
  echoHalfSteps: 30,
  /** Minutes without any decision on a service of which nothing at all is known. */
  silentMinutes: 180,
  /** Minutes in which a service is new: little is known of its hours. */
  newMinutes: 2880,
  /** Times the level, at first: the guess may be a tenth of the truth. Half of it after so many minutes, as reports tell. */
  guessMargin: 5,
  guessHalfMinutes: 4,
  /** Hours in which everything is believed, a problem too: until then the first guess may be what is wrong. */
  trustingHours: 12,
  /** Reports an hour that a new service may have without comment, and times what was learned so far. */
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
  /** Minutes of alarm without a break after which the hour is believed: the world has changed. */
  stuckMinutes: 1440,
  /** Hours on either side that a daily pattern may shift: opening times, clock changes. */
  phaseHours: 0.5,
  /** Steps and made-up reports of the slow drift of a day, and how far it may go. */
  driftSteps: 360,
  driftReports: 30,
  /** Times the expected reports of the last steps, and reports beyond: more is no slow drift, and what grows into an outage must not become usual. */
  driftTimes: 1.5,
  driftBeyond: 5,
  driftLeast: 0.6,
  driftMost: 1.6,
  /** Hours that a first guess (the catalogue's number) weighs. */
  guessHours: 1,
  /** Reports an hour when there is no guess. */
  guessPerHour: 0.3,
} as const;
