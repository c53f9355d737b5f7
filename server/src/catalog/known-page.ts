import { domainToStatusPageUrls } from '@sentry/status-page-list';

/** Path of the data under a page's own address, by format; the other formats' addresses are in docs/vendor-pages.md. */
export const FEED_PATHS: Readonly<Record<string, string>> = {
  statuspage: '/api/v2/summary.json',
  'incident-io': '/api/v1/summary',
  instatus: '/summary.json',
  'better-stack': '/index.json',
  cstate: '/index.json',
  gatus: '/api/v1/endpoints/statuses',
  'microsoft-365': '/api/posts/m365Consumer',
  'azure-devops': '/_apis/status/health?api-version=7.1-preview.1',
  'oracle-cloud': '/api/v2/components.json',
  zendesk: '/api/incidents/active',
  hyperping: '/status.json',
  statusiq: '/sp/api/u/summary_details',
  'statusiq-rss': '/rss',
  sorry: '/api/v1/status',
};

const pages = new Map(Object.entries(domainToStatusPageUrls));

/**
 * Finds a vendor's status page in Sentry's list of status pages.
 *
 * @param websiteUrl Address of the vendor's website, e.g. `https://www.dropbox.com`.
 * @returns E.g. `https://status.dropbox.com`, without a trailing slash; `undefined` for a website that is not in the list.
 */
export function findKnownPage(websiteUrl: string): string | undefined {
  const host = new URL(websiteUrl).hostname.replace(/^www\./, '');
  const parent = host.slice(host.indexOf('.') + 1);
  return (pages.get(host) ?? pages.get(`*.${parent}`))?.replace(/\/$/, '');
}
