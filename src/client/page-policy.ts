const watched = new Set<string>();
const blocked = new Set<string>();
let isListening = false;

/** As much of a violation as is read here; the event and the browser's own report both have it. */
type Violation = Pick<
  SecurityPolicyViolationEvent,
  'blockedURI' | 'disposition' | 'effectiveDirective'
>;

const folderOf = (feedUrl: string): string => new URL('.', feedUrl).href;

const note = ({ blockedURI, disposition, effectiveDirective }: Violation): void => {
  if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
  // Whole addresses, except after a redirect to another site, where only the origin is told.
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
 * From now on, notes what the page's Content-Security-Policy keeps from a feed's server, and says so on the console, once.
 * What was refused earlier is told by browsers that remember it, the others tell at the next try.
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
        // The same facts as in the event; TypeScript does not know this kind of body.
        const { blockedURL, disposition, effectiveDirective } = body as unknown as Violation & {
          readonly blockedURL: string;
        };
        note({ blockedURI: blockedURL, disposition, effectiveDirective });
      }
    },
    { types: ['csp-violation'], buffered: true },
  ).observe();
}

/** Whether the page's policy has refused a report to this feed's server, or the challenge that comes before it. */
export const blocksReports = (feedUrl: string): boolean =>
  blocked.size > 0 &&
  ['challenge', 'reports'].some((name) => blocked.has(new URL(name, feedUrl).href));
