import 'axe-core/axe.min.js';
import type AxeBuilder from 'axe-core';

// Axe judges the tree, the texts and the computed colours, which do not depend on the engine: Chromium, where it is three
// times as fast, audits everything, and the others a sample.
const isWhole = navigator.userAgent.includes('Chrome');

/** Looks to audit: every theme in every direction; in a sample, one. */
export const LOOKS = (
  [
    { theme: 'dark', language: 'ar' },
    { theme: 'light', language: 'en' },
    { theme: 'dark', language: 'en' },
    { theme: 'light', language: 'ar' },
  ] as const
).slice(0, isWhole ? undefined : 1);

/** What of a list to audit: all of it; in a sample, its last entry. */
export const auditedOf = <State>(states: readonly State[]): readonly State[] =>
  isWhole ? states : states.slice(-1);

/** What axe finds wrong in an element, one line for each; empty when it finds nothing. */
export async function findAccessibilityProblems(element: Element): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof AxeBuilder };
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // Without this, axe also writes a selector for each of the hundreds of nodes in which it found nothing.
    resultTypes: ['violations'],
    // These two judge whole pages, not a widget in a test page.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
