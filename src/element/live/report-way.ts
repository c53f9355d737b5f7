import { blocksReports } from '../../client/page-policy.js';
import { canSolve } from '../../client/solve-challenge.js';
import type { LiveView } from '../live-host.js';

/**
 * How a visitor can report: in the `panel`; on the server's `page` for the service, at `url`, if this page is not
 * secure or its policy blocks reports; not here (`insecure`), if there is no such page; not now (`paused`); or never.
 */
export type ReportWay =
  | { readonly way: 'panel' | 'insecure' | 'paused' | 'none' }
  | { readonly way: 'page'; readonly url: string };

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The server's own page of a service, if it is secure and on another origin. */
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
 * @param canWork Whether this page can solve a proof of work, see `canSolve`.
 */
export function findReportWay(
  { canReport, feed: { community }, feedUrl }: LiveView,
  canWork = canSolve(),
): ReportWay {
  // Without categories, the visitor has nothing to choose.
  if (!canReport || !community || community.categories.length === 0) return { way: 'none' };
  if (community.reports === 'paused') return { way: 'paused' };
  const isOpen = canWork || community.reports === 'open';
  if (isOpen && !blocksReports(feedUrl)) return { way: 'panel' };
  const url = findPage(feedUrl, location.origin);
  return url === undefined ? { way: 'insecure' } : { way: 'page', url };
}
