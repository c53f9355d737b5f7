import { formatDate } from '../../i18n/format-date.js';
import type { TrendPoint, TrendTexts } from '../../chart/index.js';
import type { Formats } from '../../i18n/formats.js';
import type { TrendMessages } from '../../i18n/live-messages.js';

const DAY_MS = 86_400_000;

/** Everything the trend says about its points, for chart, keyboard and table alike. */
export interface TrendSpeech extends TrendTexts {
  /** The chart in one sentence or two. */
  readonly summary: string;
  /** Name of the chart: `Reports in the last 24 hours`. */
  readonly title: string;
  /** What the line counts: `Reports per quarter of an hour`. */
  readonly counted: string;
  /** A usual number in the table. */
  usual(value: number | undefined): string;
}

/**
 * Puts a series into words.
 *
 * @param points Oldest first, at least one.
 * @param stepSeconds Length of a bucket.
 */
export function tellTrend(
  points: readonly TrendPoint[],
  stepSeconds: number,
  texts: TrendMessages,
  formats: Formats,
): TrendSpeech {
  const most = points.reduce((best, point) => (point.count > best.count ? point : best));
  const spanMs = points.length * stepSeconds * 1000;
  // Up to a day and a half, the time is clear enough; longer series need the date.
  const tell = (atMs: number): string =>
    spanMs <= 1.5 * DAY_MS ? formats.time(atMs) : formats.dateTime(atMs);
  const per = texts.per(stepSeconds, formats);
  return {
    time: (atMs) => (spanMs <= 3 * DAY_MS ? formats.time(atMs) : formatDate(atMs, formats.locale)),
    count: (value) => formats.number(value),
    moment: ({ atMs }) => `${tell(atMs)} – ${tell(atMs + stepSeconds * 1000)}`,
    point: ({ count, typical }) => texts.point(count, typical, formats),
    title: texts.title(formats.duration(points.length * stepSeconds)),
    counted: `${texts.reports} ${per}`,
    usual: (value) => {
      if (value === undefined) return '–';
      return value > 0 && value < 1 ? texts.fewerThanOne : formats.number(value);
    },
    summary: texts.summary({
      per,
      most: formats.number(most.count),
      mostAt: tell(most.atMs),
      latest: formats.number(points.at(-1)?.count ?? 0),
    }),
  };
}
