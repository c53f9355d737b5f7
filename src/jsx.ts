/**
 * Types for `<outage-status>` in JSX, for several frameworks at once: `import type {} from 'outage-status/jsx'`, once in a
 * project. A framework that is not installed is left out without an error; so it is in the file of each framework.
 */
import './frameworks/preact.js';
import './frameworks/react-tag.js';
import './frameworks/solid.js';
import type { OutageStatusOwnAttributes } from './frameworks/tag.js';

export type { OutageStatusOwnAttributes };

/** The same with the attributes that any tag has, for a framework that is not named above. */
export interface OutageStatusAttributes extends OutageStatusOwnAttributes {
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly className?: string | undefined;
  readonly title?: string | undefined;
  readonly slot?: string | undefined;
  readonly part?: string | undefined;
  readonly role?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly children?: unknown;
  readonly ref?: unknown;
  readonly key?: unknown;
  readonly style?: unknown;
}

/** Merge this into a framework's `JSX.IntrinsicElements`. */
export interface OutageStatusJsx {
  'outage-status': OutageStatusAttributes;
}

declare global {
  // For frameworks with a global JSX namespace, such as older versions of React.
  namespace JSX {
    interface IntrinsicElements extends OutageStatusJsx {}
  }
}
