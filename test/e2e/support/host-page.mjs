// What every test on a foreign page needs: the real server, a site on another origin, and a browser.
import { after, before } from 'node:test';
import { closePages, launch } from './shared-browser.mjs';
import { startHostSite } from './host-site.mjs';
import { startServer } from './server.mjs';

/** Whether the first widget of a page shows its buttons, so that all of it is there. Runs in the page. */
export const hasButtons = () =>
  !!document.querySelector('outage-status')?.shadowRoot?.querySelector('#toggle-report');

/** What a page has complained of, but for the icon that browsers ask for by themselves. */
export const withoutIcon = (problems) => problems.filter((problem) => !/favicon/.test(problem));

/**
 * Starts server, site and browser before the tests of the suite that calls it, and ends them afterwards.
 *
 * @param engine `chromium` or `firefox`.
 * @param options.start Gives the server: `useSharedServer` for tests that only read.
 * @returns Filled in when the tests run: `server`, `site`, `browser`, and `open(body, options)`, which publishes a page
 *   on the site and goes there: `{ page, problems, requests }`, the latter two growing while the page is open.
 */
export function useHostPage(engine, { start = startServer } = {}) {
  const host = {
    async open(body, options) {
      const page = await host.browser.newPage({ type: 'window' });
      const problems = [];
      const requests = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(host.site.publish(body, options));
      return { page, problems, requests };
    },
  };
  before(async () => {
    host.server = await start();
    host.site = await startHostSite(host.server.url);
    host.browser = await launch(engine);
  });
  after(async () => {
    await closePages(host.browser);
    await host.site?.close();
    await host.server?.stop();
  });
  return host;
}
