// What the tests do in the pages of a WordPress.
import { PASSWORD } from './wordpress-site.mjs';

/** How long a page may take, in milliseconds: PHP in WebAssembly is slow on a busy machine. */
export const LIMIT_MS = 90_000;

/** Presses a button that leads to another page, and waits for that. */
export const submit = (page, selector) =>
  Promise.all([page.waitForNavigation({ timeout: LIMIT_MS }), page.click(selector)]);

/** Whether a frame shows all of its content. Runs in the frame. */
export const isWhole = () => document.documentElement.scrollHeight <= innerHeight;

/**
 * Logs in.
 *
 * @param context Of a browser, without cookies of other users.
 * @param url Of the site.
 * @param role `administrator` or `author`.
 * @returns The page, in the user's dashboard.
 */
export async function logIn(context, url, role) {
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(`${url}/wp-login.php`);
  await page.type('#user_login', `test-${role}`);
  await page.type('#user_pass', PASSWORD);
  await submit(page, '#wp-submit');
  return page;
}
