const watched = new Set<string>();
const blocked = new Set<string>();
let isListening = false;

/** The fields of a violation that this file reads. */
type Violation = Pick<
  SecurityPolicyViolationEvent,
  'blockedURI' | 'disposition' | 'effectiveDirective'
>;

const folderOf = (feedUrl: string): string => new URL('.', feedUrl).href;

const note = ({ blockedURI, disposition, effectiveDirective }: Violation): void => {
  if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
  // `blockedURI` is the whole address, except after a redirect to another site, where it is only the origin.
  const folder = [...watched].find((own) => blockedURI.startsWith(own));
  if (!folder) return;
  const { origin } = new URL(folder);
  if (blocked.size === 0) {
    console.warn(
      `outage-status: the page's Content-Security-Policy keeps the widget from ${blockedURI}; add ${origin} to its ${effectiveDirective}.`,
    );
  }
  blocked.add(blockedURI);
};

/**
 * Records requests to a feed's server that the page's Content-Security-Policy blocks, and logs the first one. Browsers
 * with a buffered `ReportingObserver` also deliver violations from before this call; others report the next one.
 *
 * @param feedUrl Absolute URL of the feed; its events and reports are beside it.
 */
export function watchPagePolicy(feedUrl: string): void {
  if (typeof document === 'undefined') return;
  watched.add(folderOf(feedUrl));
  if (isListening) return;
  isListening = true;
  document.addEventListener('securitypolicyviolation', note);
  if (typeof ReportingObserver === 'undefined') return;
  new ReportingObserver(
    (reports) => {
      for (const { body } of reports) {
        // TypeScript does not know this body, which has the event's fields; only `blockedURI` is `blockedURL`.
        const { blockedURL, disposition, effectiveDirective } = body as unknown as Violation & {
          readonly blockedURL: string;
        };
        note({ blockedURI: blockedURL, disposition, effectiveDirective });
      }
    },
    { types: ['csp-violation'], buffered: true },
  ).observe();
}

/** Whether the page's policy has blocked a report to this feed's server, or the challenge before it. */
export const blocksReports = (feedUrl: string): boolean =>
  blocked.size > 0 &&
  ['challenge', 'reports'].some((name) => blocked.has(new URL(name, feedUrl).href));
