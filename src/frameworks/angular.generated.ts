// Generated from custom-elements.json by `npm run generate`; do not edit.
/** @ts-ignore without Angular */
import * as i0 from '@angular/core';

// So that the types of the element and its events are known where this is imported.
export type { OutageStatusElement } from '../element/outage-status-element.js';
export type { TagEvents } from './tag.generated.js';

/**
 * For the `imports` of a component: makes `<outage-status>` known to Angular, and checks what its templates bind to it.
 * Registers nothing; import `outage-status/define` as well.
 */
export class OutageStatus {
  /** Id of the service, e.g. `kik`. */
  service?: string | undefined;
  /** Base URL of the feed server, e.g. `https://status.example/`. Empty: `configure()`, the script tag, the script's origin. */
  server?: string | undefined;
  /** URL of a feed, or of an official status page in a known format; then there is no Report button. Wins over `service`. */
  src?: string | undefined;
  /** Format of the page in `src`, e.g. `statuspage`, where it cannot be told by its looks. Empty: recognised. */
  format?: string | undefined;
  /** `badge`: one line that opens the details. `compact`: the verdict and two buttons, opens into the card. `card`: everything. `auto`: a card, compact where there is less than 14.5rem. */
  variant?: 'auto' | 'badge' | 'compact' | 'card' | undefined;
  /** Seconds between polls, 15–3600, or `off`. Values outside are clamped. Polling pauses while the page is hidden. */
  refresh?: number | 'off' | `${number}` | undefined;
  /** `auto` follows the page's colour scheme, `light` and `dark` force one. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Language of the texts, a BCP 47 tag. Empty: the nearest ancestor's, else the visitor's. */
  lang?: string | undefined;
  /** Level 1–6 for real headings. 0: none, so that the widget stays out of the page's outline. */
  headingLevel?: number | `${number}` | undefined;
  /** Speak changes of the status to assistive technology, at most every five minutes. */
  announce?: boolean | '' | 'true' | 'false' | 'announce' | undefined;
  /** When the first request leaves: at once, when the element is nearly `visible`, or on `click`. */
  load?: 'eager' | 'visible' | 'click' | undefined;
  /** Leave out the Report button. */
  withoutReport?: boolean | '' | 'true' | 'false' | 'withoutReport' | undefined;
  /** Leave out the categories. */
  withoutBreakdown?: boolean | '' | 'true' | 'false' | 'withoutBreakdown' | undefined;
  /** Leave out the sparkline and the trend. */
  withoutSparkline?: boolean | '' | 'true' | 'false' | 'withoutSparkline' | undefined;
  /** Leave out "is it only me?". */
  withoutGuide?: boolean | '' | 'true' | 'false' | 'withoutGuide' | undefined;
  /** Leave out what the vendor's page says; the status still counts it in. */
  withoutOfficial?: boolean | '' | 'true' | 'false' | 'withoutOfficial' | undefined;

  static ɵfac: i0.ɵɵFactoryDeclaration<OutageStatus, never> = i0.ɵɵngDeclareFactory({ minVersion: '12.0.0', version: '21.0.0', ngImport: i0, type: OutageStatus, deps: [], target: i0.ɵɵFactoryTarget.Directive });

  static ɵdir: i0.ɵɵDirectiveDeclaration<OutageStatus, 'outage-status', never, {
    service: { alias: 'service'; required: false };
    server: { alias: 'server'; required: false };
    src: { alias: 'src'; required: false };
    format: { alias: 'format'; required: false };
    variant: { alias: 'variant'; required: false };
    refresh: { alias: 'refresh'; required: false };
    theme: { alias: 'theme'; required: false };
    lang: { alias: 'lang'; required: false };
    headingLevel: { alias: 'headingLevel'; required: false };
    announce: { alias: 'announce'; required: false };
    load: { alias: 'load'; required: false };
    withoutReport: { alias: 'withoutReport'; required: false };
    withoutBreakdown: { alias: 'withoutBreakdown'; required: false };
    withoutSparkline: { alias: 'withoutSparkline'; required: false };
    withoutGuide: { alias: 'withoutGuide'; required: false };
    withoutOfficial: { alias: 'withoutOfficial'; required: false };
  }, {}, never, never, true, never> = i0.ɵɵngDeclareDirective({ minVersion: '14.0.0', version: '21.0.0', ngImport: i0, type: OutageStatus, isStandalone: true, selector: 'outage-status' });
}
