import type { Community, Feed, Official } from '../feed/index.js';
import { isProblem } from './severity.js';

/**
 * What this visitor's own browser found:
 *
 * - `offline`: the browser has no connection.
 * - `answers`: the service's address answered.
 * - `silent`: it did not, while the feed's server did.
 * - `cutOff`: neither did.
 * - `refused`: the request failed faster than networks answer, while the feed's server answered: something on the device or
 *   next to it refused it.
 * - `policy`: the page's Content-Security-Policy forbids to ask.
 * - `insecure`: a secure page may not ask an address without TLS.
 */
export type DeviceOutcome =
  | 'offline'
  | 'answers'
  | 'silent'
  | 'cutOff'
  | 'refused'
  | 'policy'
  | 'insecure';

/** Which sentence answers a visitor who has checked; the messages of each language hold its text. */
export type DeviceSentence =
  | Exclude<DeviceOutcome, 'answers' | 'silent'>
  /** It answers here, and nobody has a problem. */
  | 'answers'
  /** It answers here, and others report a problem. */
  | 'answersButProblem'
  /** It answers here, and not the feed's server. */
  | 'answersOnlyHere'
  /** It answers the feed's server, not here. */
  | 'onlyHere'
  /** The same, and others report a problem. */
  | 'someOnly'
  /** It answers neither. */
  | 'nowhere'
  /** It does not answer here, others report a problem, and what the feed's server sees is unknown. */
  | 'silentAndProblem'
  /** It does not answer here, and its maker has announced maintenance. */
  | 'maintenance'
  /** It does not answer here, and more is not known. */
  | 'silent';

/** What the sentence depends on. */
export interface DeviceFacts {
  readonly device: DeviceOutcome;
  /** The feed; `undefined` where it is too old to be true. */
  readonly feed:
    | {
        readonly community: Pick<Community, 'status'> | null;
        readonly official: Pick<Official, 'status'> | null;
        readonly reachability?: Pick<NonNullable<Feed['reachability']>, 'status'> | undefined;
      }
    | undefined;
}

/** Chooses what a visitor is told who has checked from their own device, beside what users, vendor and probe say. */
export function explainDevice({ device, feed }: DeviceFacts): DeviceSentence {
  const probe = feed?.reachability?.status ?? 'unknown';
  const vendor = feed?.official?.status ?? 'unknown';
  const hasProblem = isProblem(feed?.community?.status ?? 'unknown') || isProblem(vendor);
  switch (device) {
    case 'answers':
      if (hasProblem) return 'answersButProblem';
      return probe === 'unreachable' ? 'answersOnlyHere' : 'answers';
    case 'silent':
    case 'refused':
      if (probe === 'unreachable') return 'nowhere';
      if (vendor === 'under_maintenance') return 'maintenance';
      // Who is refused at once learns nothing of the service, whatever others see.
      if (device === 'refused') return 'refused';
      if (probe === 'unknown') return hasProblem ? 'silentAndProblem' : 'silent';
      return hasProblem ? 'someOnly' : 'onlyHere';
    default:
      return device;
  }
}
