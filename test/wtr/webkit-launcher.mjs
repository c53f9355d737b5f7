import { webdriverLauncher } from '@web/test-runner-webdriver';
import { startWebkitDriver, webkitCapabilities } from '../support/webkit-driver.mjs';

/**
 * Launches WebKitGTK, the engine of Safari, for @web/test-runner. Each launcher has its own virtual display and its own
 * WebKitWebDriver, and ends both when the runner stops.
 *
 * @param programs.webkitBrowser Path of MiniBrowser.
 * @param programs.webkitDriver Path of WebKitWebDriver.
 * @param programs.xvfb Path of Xvfb.
 */
export function webkitGtkLauncher({ webkitBrowser, webkitDriver, xvfb }) {
  let driver;
  const options = {
    hostname: '127.0.0.1',
    port: 0,
    path: '/',
    logLevel: 'error',
    connectionRetryCount: 0,
    capabilities: {
      ...webkitCapabilities(webkitBrowser),
      // WebKitWebDriver does not speak the newer BiDi protocol.
      'wdio:enforceWebDriverClassic': true,
    },
  };
  const launcher = webdriverLauncher(options);
  const initialize = launcher.initialize.bind(launcher);
  const stop = launcher.stop.bind(launcher);

  launcher.initialize = async (...parameters) => {
    driver = await startWebkitDriver({ webkitDriver, xvfb });
    options.port = driver.port;
    await initialize(...parameters);
    launcher.name = 'WebKitGTK';
  };
  launcher.stop = async (...parameters) => {
    await stop(...parameters);
    driver?.stop();
  };
  return launcher;
}
