import type { ReadAttribute } from './paint-attributes.js';

const findData = (element: Element) => element.querySelector<HTMLScriptElement>('script[data-of]');

/** Whether a server has drawn a tag, be it as the tag is now or before it was changed. */
export const isServerDrawn = (element: Element): boolean => !!findData(element);

/**
 * Reads the feed that a server has written into a tag, see `ssr/render-status.ts`.
 *
 * @param attribute Reads the tag's options as they are now.
 * @returns Its text, not checked; `undefined` where there is none, or the tag shows another service by now.
 */
export function readServerData(element: Element, attribute: ReadAttribute): string | undefined {
  const data = findData(element);
  return data && data.dataset.of === (attribute('src') || attribute('service'))
    ? data.text
    : undefined;
}
