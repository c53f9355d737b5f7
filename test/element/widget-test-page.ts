import '../../src/define.js';
import type { OutageStatusElement } from '../../src/index.js';
import { fullFeed } from '../feed/feed-fixture.js';
import type { Feed } from '../../src/feed/index.js';

/** A feed made `ageSeconds` ago, so that it is fresh for the real clock. */
export const freshFeed = (changes: Partial<Feed> = {}, ageSeconds = 5): Feed => ({
  ...fullFeed(),
  generatedAt: new Date(Date.now() - ageSeconds * 1000).toISOString(),
  ...changes,
});

/** Calm on both sides. */
export const calmFeed = (changes: Partial<Feed> = {}): Feed => {
  const feed = freshFeed();
  return {
    ...feed,
    status: 'operational',
    since: null,
    verdict: 'all_clear',
    community: { ...feed.community!, status: 'operational', reportCount: 3 },
    ...changes,
  };
};

const placed: Element[] = [];

/** Puts elements into the page; `clearPage` takes them out after the test. */
export function place(html: string): OutageStatusElement {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  document.body.append(holder);
  placed.push(holder);
  return holder.querySelector('outage-status')!;
}

export const clearPage = (): void => placed.splice(0).forEach((element) => element.remove());

/** Waits for the next event of a type at the element; the runner's time-out ends a wait for nothing. */
export const nextEvent = <Type extends keyof GlobalEventHandlersEventMap>(
  element: EventTarget,
  type: Type,
): Promise<GlobalEventHandlersEventMap[Type]> =>
  new Promise((resolve) =>
    element.addEventListener(type, (event) => resolve(event as GlobalEventHandlersEventMap[Type]), {
      once: true,
    }),
  );

/** Visible and spoken text of a part, white space collapsed. */
export const textOf = (element: Element, selector: string): string =>
  (element.shadowRoot!.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Waits until something is true, looking after each update of the element. */
export async function until(element: OutageStatusElement, isTrue: () => unknown): Promise<void> {
  while (!isTrue()) {
    await element.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
