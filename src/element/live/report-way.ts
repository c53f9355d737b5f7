import { blocksReports } from '../../client/page-policy.js';
import { canSolve } from '../../client/solve-challenge.js';
import type { LiveView } from '../live-host.js';

/**
 * How a visitor of this page can report: in the `panel`; on the service's `page`, whose address that is, because this page
 * is not secure or its policy refuses reports; nowhere (`insecure`), where that page would not be either; not for now (`paused`); or not at all.
 */
export type ReportWay =
  | { readonly way: 'panel' | 'insecure' | 'paused' | 'none' }
  | { readonly way: 'page'; readonly url: string };

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The server's own page of a service, if that is a secure one and not this very page. */
function findPage(feedUrl: string, hereOrigin: string): string | undefined {
  const [, base, id] = /^([^?#]*\/)v1\/services\/([^/?#]+)\/status\.json/.exec(feedUrl) ?? [];
  if (base === undefined || id === undefined) return undefined;
  const { protocol, hostname, origin } = new URL(base);
  const isSecure = protocol === 'https:' || LOOPBACK.test(hostname);
  return isSecure && origin !== hereOrigin ? base + id : undefined;
}

/**
 * Finds the way to report.
 *
 * @param canWork Whether this page can do the work that a report needs, see `canSolve`.
 */
export function findReportWay(
  { canReport, feed: { community }, feedUrl }: LiveView,
  canWork = canSolve(),
): ReportWay {
  // There must be something to choose.
  if (!canReport || !community || community.categories.length === 0) return { way: 'none' };
  if (community.reports === 'paused') return { way: 'paused' };
  const isOpen = canWork || community.reports === 'open';
  if (isOpen && !blocksReports(feedUrl)) return { way: 'panel' };
  const url = findPage(feedUrl, location.origin);
  return url === undefined ? { way: 'insecure' } : { way: 'page', url };
}
