/** Opens a page; `problems` fills with whatever goes wrong in it, except for a missing icon. */
export async function openPage(browser, address) {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/.test(message.location().url ?? '')) {
      problems.push(message.text());
    }
  });
  await page.goto(address);
  return { page, problems };
}

/**
 * Whether every widget of a page shows a status. Runs in the page.
 *
 * @param count How many widgets there must be.
 */
export const isPainted = (count) => {
  const widgets = [...document.querySelectorAll('outage-status')];
  return (
    widgets.length === count &&
    widgets.every(({ status, shadowRoot }) => {
      const badge = shadowRoot?.querySelector('[part~=badge]');
      return (
        status && badge && badge.textContent.trim() && badge.getBoundingClientRect().width > 40
      );
    })
  );
};
