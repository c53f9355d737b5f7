'use client';

/** `<outage-status>` as a component of React 19. */
import 'outage-status/define';
/** @ts-ignore without React */
import {
  createElement,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ReactElement,
} from 'react';
import type { OutageStatusElement } from '../element/outage-status-element.js';
import type { OutageStatusTag } from './react-tag.js';
import type { TagEvents } from './tag.generated.js';
import type { CamelCaseListeners, Listeners } from './tag.js';

/** What the tag takes, with its events in React's spelling, such as `onOutageLoad`. */
export type OutageStatusProps = Omit<OutageStatusTag, keyof Listeners<'on'>> & CamelCaseListeners;

const EVENTS: Readonly<Record<keyof CamelCaseListeners, keyof TagEvents>> = {
  onOutageLoad: 'outage-load',
  onOutageStatusChange: 'outage-status-change',
  onOutageError: 'outage-error',
  onOutageReport: 'outage-report',
  onOutageReported: 'outage-reported',
};

/**
 * The tag, which this module also defines. Its listeners hear in a page that a server has rendered, too, where React adds
 * none to the tag itself. `ref` gives the element.
 */
export function OutageStatus({ ref, ...props }: OutageStatusProps): ReactElement {
  const tag = useRef<OutageStatusElement>(null);
  const attributes = new Map<string, unknown>(Object.entries(props));
  const listeners = new Map<string, EventListener>();
  for (const [name, event] of Object.entries(EVENTS)) {
    const listener = attributes.get(name);
    if (listener) listeners.set(event, listener as EventListener);
    attributes.delete(name);
  }
  useImperativeHandle(ref, () => tag.current!, []);
  // In the task that puts the element into the page, so that no event is missed.
  useLayoutEffect(() => {
    const end = new AbortController();
    for (const [event, listener] of listeners)
      tag.current!.addEventListener(event, listener, { signal: end.signal });
    return () => end.abort();
  });
  return createElement('outage-status', { ...Object.fromEntries(attributes), ref: tag });
}
