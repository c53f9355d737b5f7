import type { Formats } from '../../i18n/formats.js';
import type { ReportMessages } from '../../i18n/live-messages.js';
import type { ReportKind } from '../../client/report-subject.js';
import type { ReportAnswer } from './report-flow.js';

const DAY_MS = 86_400_000;

/** A time as a visitor would say it: the time of day, with the day where it is not within the next 24 hours. */
const tellMoment = (answeredAtMs: number, waitMs: number, formats: Formats): string =>
  waitMs < DAY_MS ? formats.time(answeredAtMs + waitMs) : formats.dateTime(answeredAtMs + waitMs);

/**
 * Describes the outcome of a report or "works again" vote. It gives times of day, not durations, so that the text never
 * changes on its own and is not spoken twice.
 *
 * @param answeredAtMs Visitor's clock at the answer, epoch milliseconds.
 * @param windowSeconds Length of the window in which the feed counts.
 */
export function describeAnswer(
  kind: ReportKind,
  answer: ReportAnswer,
  answeredAtMs: number,
  windowSeconds: number,
  texts: ReportMessages,
  formats: Formats,
): string {
  switch (answer.outcome) {
    case 'counted':
      return kind === 'recovered'
        ? texts.recovered.counted
        : texts.counted(answer.reportCount, windowSeconds, formats);
    case 'already_reported': {
      const { alreadyReported: told, reportAgain } = kind === 'recovered' ? texts.recovered : texts;
      const { retryAfterMs } = answer;
      return retryAfterMs === undefined
        ? told
        : `${told} ${reportAgain(tellMoment(answeredAtMs, retryAfterMs, formats))}`;
    }
    case 'refused': {
      const { retryAfterMs } = answer;
      const advice =
        retryAfterMs === undefined
          ? texts.tryAgainLater
          : texts.tryAgainAfter(tellMoment(answeredAtMs, retryAfterMs, formats));
      return `${texts.refused} ${advice}`;
    }
    case 'offline':
      return texts.offline;
    default:
      return texts.prevented;
  }
}

/** Whether sending the same report once more makes sense. */
export const isRetryable = ({ outcome }: ReportAnswer): boolean =>
  outcome === 'offline' || outcome === 'refused';
