import 'axe-core/axe.min.js';
import type AxeBuilder from 'axe-core';

/** What axe finds wrong in an element, one line for each; empty when it finds nothing. */
export async function findAccessibilityProblems(element: Element): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof AxeBuilder };
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // These two judge whole pages, not a widget in a test page.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
