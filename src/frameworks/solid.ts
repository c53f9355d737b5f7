/** The tag in JSX of Solid: `import type {} from 'outage-status/solid'`, once in a project. */
// Not only for its types: without an import of Solid in some file, TypeScript does not find what is declared below.
/** @ts-ignore without Solid */
import type { JSX as SolidJsx } from 'solid-js';
import type { OutageStatusElement } from '../element/outage-status-element.js';
import type { TagAttributes, TagProperties } from './tag.generated.js';
import type { Listeners, OutageStatusOwnAttributes } from './tag.js';

/** What Solid has besides: `prop:` and `bool:` say what is set, `on:` is a listener at the element itself. */
type SolidAttributes = SolidJsx.HTMLAttributes<OutageStatusElement> &
  OutageStatusOwnAttributes &
  Listeners<'on:'> & {
    readonly [Name in keyof TagProperties as `prop:${Name}`]?:
      | OutageStatusElement[Name]
      | undefined;
  } & {
    readonly [
      Name in keyof TagAttributes as Name extends `without-${string}` ? `bool:${Name}` : never
    ]?: boolean | undefined;
  };

/** @ts-ignore without Solid */
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'outage-status': SolidAttributes;
    }
  }
}
