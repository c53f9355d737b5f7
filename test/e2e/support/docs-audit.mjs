// When a page of the documentation site is ready, and what the accessibility audit finds in it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Whether all visible widgets of a page are drawn. Runs in the page. */
export const isDrawn = () =>
  [...document.querySelectorAll('outage-status')].every(
    (widget) =>
      !widget.checkVisibility() ||
      widget.shadowRoot?.querySelector('[part~=badge]')?.textContent.trim(),
  ) && !document.body.textContent.includes('Reading the server');

/**
 * Audits a page.
 *
 * @param within A selector of what is audited.
 * @param rules Tags or names of the audit's rules.
 * @returns Findings, and how much too wide the page is; empty if there are none.
 */
export const findProblems = async (page, within, rules = RULES) => {
  await page.evaluate(`globalThis.axe ?? (() => { ${AXE} })()`);
  return page.evaluate(
    async (runOnly, root) => {
      const { violations } = await globalThis.axe.run(root, {
        runOnly,
        resultTypes: ['violations'],
        // Frames are pages of their own here.
        iframes: false,
      });
      const overflow = document.documentElement.scrollWidth - innerWidth;
      return [
        ...violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
        ...(overflow > 0 ? [`${overflow} px too wide`] : []),
      ];
    },
    rules,
    within,
  );
};
