import type { Community, Feed, Official, Status } from '../feed/index.js';
import { isProblem } from './severity.js';

/** Which sentence tells what a machine sees that asks the service; the messages of each language hold its text. */
export type ProbeSentence =
  /** It answers, and nobody has a problem. */
  | 'answers'
  /** It answers, and users report a problem. */
  | 'answersButUsers'
  /** It answers, and only the vendor reports a problem. */
  | 'answersButVendor'
  /** It answers slower than usual. */
  | 'slow'
  | 'noAnswer'
  /** It does not answer, and nobody else reports a problem. */
  | 'noAnswerAlone'
  /** It does not answer, and others report a problem. */
  | 'noAnswerEither'
  | 'unclear';

/** The sentence, and the status whose sign stands before it. */
export interface ProbeVoice {
  readonly sentence: ProbeSentence;
  readonly sign: Status;
}

/** What the sentence depends on. */
export interface ProbeFeed {
  readonly community: Pick<Community, 'status'> | null;
  readonly official: Pick<Official, 'status'> | null;
  readonly reachability?: Pick<NonNullable<Feed['reachability']>, 'status'> | undefined;
}

function readSilence(users: Status, vendor: Status): ProbeSentence {
  if (isProblem(users) || isProblem(vendor)) return 'noAnswerEither';
  // During announced work silence is no news, and where nobody is asked, nobody is silent.
  const isCalm = users === 'operational' || vendor === 'operational';
  return isCalm && vendor !== 'under_maintenance' ? 'noAnswerAlone' : 'noAnswer';
}

/**
 * Chooses what the third voice says beside the other two, which it never changes.
 *
 * @returns `undefined` for a feed whose server does not ask.
 */
export function hearProbe({
  community,
  official,
  reachability,
}: ProbeFeed): ProbeVoice | undefined {
  if (!reachability) return undefined;
  const users = community?.status ?? 'unknown';
  const vendor = official?.status ?? 'unknown';
  switch (reachability.status) {
    case 'reachable': {
      const sentence = isProblem(users)
        ? 'answersButUsers'
        : isProblem(vendor)
          ? 'answersButVendor'
          : 'answers';
      return { sentence, sign: 'operational' };
    }
    case 'slow':
      return { sentence: 'slow', sign: 'degraded_performance' };
    case 'unreachable':
      return { sentence: readSilence(users, vendor), sign: 'major_outage' };
    default:
      return { sentence: 'unclear', sign: 'unknown' };
  }
}
