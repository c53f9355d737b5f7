// How much a page moves while each form of the builder's snippet comes to life in it; `npm run bench:page -- --shift`.
import { startHostSite } from '../../test/e2e/support/host-site.mjs';
import {
  COLUMNS,
  FORMS,
  measureShift,
  MOST_SHIFT,
  withoutPreload,
  withoutRoom,
} from '../../test/e2e/support/layout-shift.mjs';
import { takeSnippet } from '../../test/e2e/support/builder-snippets.mjs';
import { startServer } from '../../test/e2e/support/server.mjs';

/**
 * Visits a page with each snippet in each column.
 *
 * @param browser Chromium, by Puppeteer.
 * @returns A table in Markdown.
 */
export async function tabulateShifts(browser) {
  const server = await startServer();
  const site = await startHostSite(server.url);
  const rows = [];
  const measure = async (name, form, snippet) => {
    const cells = [];
    for (const width of COLUMNS) {
      const { shift } = await measureShift(browser, site, { snippet, form, widths: [width] });
      cells.push(shift.toFixed(3));
    }
    rows.push(`| ${name} | ${cells.join(' | ')} |`);
  };
  try {
    for (const [form, { query }] of Object.entries(FORMS)) {
      const pasted = await takeSnippet(server.url, `${query}&version=newest`);
      if (form === 'frame') {
        await measure(form, form, pasted);
        continue;
      }
      const pinned = await takeSnippet(server.url, query);
      await measure(`${form}, pinned`, form, pinned);
      await measure(`${form}, newest`, form, pasted);
      await measure(`${form}, without the preload`, form, withoutPreload(pasted));
      await measure(`(${form}, without its room)`, form, withoutRoom(pasted));
    }
  } finally {
    await site.close();
    await server.stop();
  }
  return [
    `### Layout shift of what the builder gives out, at most ${MOST_SHIFT}`,
    '',
    `| | ${COLUMNS.map((width) => `${width} px`).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(COLUMNS.length)}`,
    ...rows,
    '',
  ].join('\n');
}
