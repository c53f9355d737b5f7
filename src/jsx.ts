/**
 * Types for `<outage-status>` in JSX: `import type {} from 'outage-status/jsx'`, once in a project, for React, Preact and
 * Solid. A framework that is not installed is left out without an error; hence each `@ts-ignore`, which also covers a
 * React without types.
 */
import type { OutageStatusElement } from './element/outage-status-element.js';
import type {
  OutageErrorEvent,
  OutageLoadEvent,
  OutageStatusChangeEvent,
} from './element/events.js';
import type { OutageReportedEvent, OutageReportEvent } from './element/report-events.js';

type Option =
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
  | 'withoutOfficial';

/** A number may also be its text, as in HTML. */
type OrText<Value> = Value extends number ? Value | `${Value}` : Value;

type Options = {
  readonly [Name in Option]?: OrText<OutageStatusElement[Name]> | undefined;
};

/** The value of a boolean attribute that is no property. */
type BooleanAttribute<Name extends string> = boolean | '' | 'true' | 'false' | Name;

interface Events {
  readonly 'outage-load': OutageLoadEvent;
  readonly 'outage-status-change': OutageStatusChangeEvent;
  readonly 'outage-error': OutageErrorEvent;
  readonly 'outage-report': OutageReportEvent;
  readonly 'outage-reported': OutageReportedEvent;
}

type Listeners<Prefix extends string> = {
  readonly [Name in keyof Events as `${Prefix}${Name}`]?:
    | ((event: Events[Name]) => void)
    | undefined;
};

/** Attributes, properties and events that only this tag has, all optional. */
export interface OutageStatusOwnAttributes extends Options, Listeners<'on'> {
  readonly 'heading-level'?: number | `${number}` | undefined;
  readonly 'without-report'?: BooleanAttribute<'without-report'> | undefined;
  readonly 'without-breakdown'?: BooleanAttribute<'without-breakdown'> | undefined;
  readonly 'without-sparkline'?: BooleanAttribute<'without-sparkline'> | undefined;
  readonly 'without-guide'?: BooleanAttribute<'without-guide'> | undefined;
  readonly 'without-official'?: BooleanAttribute<'without-official'> | undefined;
}

/** The same with the attributes that any tag has, for a framework that is not named below. */
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

/** What Solid has besides: `prop:`, `bool:` and `attr:` say what is set, `on:` is a listener at the element itself. */
type SolidAttributes = OutageStatusOwnAttributes &
  Listeners<'on:'> & {
    readonly [Name in Option as `prop:${Name}`]?: OutageStatusElement[Name] | undefined;
  } & {
    readonly [
      Name in keyof OutageStatusOwnAttributes as Name extends `without-${string}`
        ? `bool:${Name}`
        : never
    ]?: boolean | undefined;
  };

// Each of the three is `any` here, where no framework is installed.
/* oxlint-disable typescript/no-redundant-type-constituents */

/** @ts-ignore without React */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** @ts-ignore without React */
      'outage-status': DetailedHTMLProps<HTMLAttributes<OutageStatusElement>, OutageStatusElement> &
        OutageStatusOwnAttributes;
    }
  }
}

/** @ts-ignore without Preact */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** @ts-ignore without Preact */
      'outage-status': preact.HTMLAttributes<OutageStatusElement> & OutageStatusOwnAttributes;
    }
  }
}

/** @ts-ignore without Solid */
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      /** @ts-ignore without Solid */
      'outage-status': HTMLAttributes<OutageStatusElement> & SolidAttributes;
    }
  }
}

declare global {
  // For frameworks with a global JSX namespace, such as older versions of React.
  namespace JSX {
    interface IntrinsicElements extends OutageStatusJsx {}
  }
}
