/** The tag in JSX of React. */
/** @ts-ignore without React */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { OutageStatusElement } from '../element/outage-status-element.js';
import type { OutageStatusOwnAttributes } from './tag.js';

/** What the tag takes in JSX of React. */
export type OutageStatusTag = DetailedHTMLProps<
  HTMLAttributes<OutageStatusElement>,
  OutageStatusElement
> &
  OutageStatusOwnAttributes;

/** @ts-ignore without React */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'outage-status': OutageStatusTag;
    }
  }
}
