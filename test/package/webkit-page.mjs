// A page in WebKitGTK, by the few calls of WebDriver that the tests of the package need.
// https://www.w3.org/TR/webdriver2/
import { setTimeout as delay } from 'node:timers/promises';
import { startWebkitDriver, webkitCapabilities } from '../support/webkit-driver.mjs';

const WAIT_LIMIT_MS = 15_000;

/**
 * @param programs From `findPrograms()`: `webkitBrowser`, `webkitDriver`, `xvfb`.
 * @returns `goto(url)`; `evaluate(read)`, what a function, or its text, gives or resolves to in the page; `waitFor(read, limitMs)`,
 *   until that is true; `screenshot(selector)`, the window with an element
 *   at its top, as a PNG in base64, as the driver's own picture of an element below the fold is blank; `close()`.
 */
export async function openWebkitPage(programs) {
  const driver = await startWebkitDriver(programs);
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${driver.port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.message || value.error}`);
    return value;
  };
  const { sessionId } = await call('POST', '/session', {
    capabilities: { alwaysMatch: webkitCapabilities(programs.webkitBrowser) },
  });
  const session = `/session/${sessionId}`;
  const evaluate = (read) =>
    call('POST', `${session}/execute/async`, {
      script: `const done = arguments[0]; Promise.resolve((${read})()).then(done, (error) => done(String(error)));`,
      args: [],
    });
  return {
    goto: (url) => call('POST', `${session}/url`, { url }),
    evaluate,
    async waitFor(read, limitMs = WAIT_LIMIT_MS) {
      for (const endMs = Date.now() + limitMs; Date.now() < endMs; await delay(100))
        if ((await evaluate(read)) === true) return;
      throw new Error(`not within ${limitMs} ms: ${read}`);
    },
    async screenshot(selector) {
      await evaluate(`async () => {
        document.querySelector('${selector}').scrollIntoView();
        for (const frame of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
      }`);
      return call('GET', `${session}/screenshot`);
    },
    async close() {
      await call('DELETE', session);
      driver.stop();
    },
  };
}
