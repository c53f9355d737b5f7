/**
 * Types for `<outage-status>` in JSX of React 19, Preact and Solid: `import type {} from 'outage-status/jsx'`.
 * React 19 sets properties and listens to `onoutage-report` and the like by itself; no wrapper is needed.
 */
import type { OutageStatusElement } from './element/outage-status-element.js';
import type {
  OutageErrorEvent,
  OutageLoadEvent,
  OutageStatusChangeEvent,
} from './element/events.js';
import type { OutageReportedEvent, OutageReportEvent } from './element/report-events.js';

type Options = Pick<
  OutageStatusElement,
  | 'service'
  | 'server'
  | 'src'
  | 'format'
  | 'variant'
  | 'refresh'
  | 'theme'
  | 'lang'
  | 'announce'
  | 'load'
  | 'headingLevel'
  | 'withoutReport'
  | 'withoutBreakdown'
  | 'withoutSparkline'
  | 'withoutGuide'
  | 'withoutOfficial'
>;

/** Attributes, properties and events of the tag, all optional. */
export interface OutageStatusAttributes extends Partial<Options> {
  readonly 'heading-level'?: number | string;
  readonly 'without-report'?: boolean;
  readonly 'without-breakdown'?: boolean;
  readonly 'without-sparkline'?: boolean;
  readonly 'without-guide'?: boolean;
  readonly 'without-official'?: boolean;
  readonly 'onoutage-load'?: (event: OutageLoadEvent) => void;
  readonly 'onoutage-status-change'?: (event: OutageStatusChangeEvent) => void;
  readonly 'onoutage-error'?: (event: OutageErrorEvent) => void;
  readonly 'onoutage-report'?: (event: OutageReportEvent) => void;
  readonly 'onoutage-reported'?: (event: OutageReportedEvent) => void;
  readonly id?: string;
  readonly class?: string;
  readonly className?: string;
  readonly children?: unknown;
  readonly ref?: unknown;
  readonly key?: string | number | null;
  readonly style?: unknown;
}

/** Merge this into a framework's `JSX.IntrinsicElements`. */
export interface OutageStatusJsx {
  'outage-status': OutageStatusAttributes;
}

declare global {
  // Frameworks with a global JSX namespace (Solid, older React) pick this up without further configuration.
  namespace JSX {
    interface IntrinsicElements extends OutageStatusJsx {}
  }
}
