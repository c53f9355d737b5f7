import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { webdriverLauncher } from '@web/test-runner-webdriver';

const DRIVER_START_TIMEOUT_MS = 15_000;

const findFreePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

const waitUntilOpen = async (port) => {
  const endMs = Date.now() + DRIVER_START_TIMEOUT_MS;
  while (!(await accepts(port))) {
    if (Date.now() > endMs) throw new Error(`WebKitWebDriver did not open port ${port}`);
    await delay(50);
  }
};

/**
 * Launches WebKitGTK, the engine of Safari, for @web/test-runner. Each launcher has its own virtual display and its own
 * WebKitWebDriver, and ends both when the runner stops.
 *
 * @param programs.webkitBrowser Path of MiniBrowser.
 * @param programs.webkitDriver Path of WebKitWebDriver.
 * @param programs.xvfb Path of Xvfb.
 */
export function webkitGtkLauncher({ webkitBrowser, webkitDriver, xvfb }) {
  const children = [];
  const stopChildren = () => {
    for (const child of children.splice(0)) child.kill('SIGTERM');
  };
  const options = {
    hostname: '127.0.0.1',
    port: 0,
    path: '/',
    logLevel: 'error',
    connectionRetryCount: 0,
    capabilities: {
      browserName: 'MiniBrowser',
      // WebKitWebDriver does not speak the newer BiDi protocol.
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: webkitBrowser, args: ['--automation'] },
    },
  };
  const launcher = webdriverLauncher(options);
  const initialize = launcher.initialize.bind(launcher);
  const stop = launcher.stop.bind(launcher);

  launcher.initialize = async (...parameters) => {
    const display = spawn(
      xvfb,
      // With -displayfd Xvfb chooses a free display number itself and writes it to the given descriptor.
      ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    children.push(display);
    const [number] = await once(display.stdio[3], 'data');
    options.port = await findFreePort();
    children.push(
      spawn(webkitDriver, [`--port=${options.port}`], {
        env: {
          ...process.env,
          DISPLAY: `:${String(number).trim()}`,
          NO_AT_BRIDGE: '1',
          LIBGL_ALWAYS_SOFTWARE: '1',
          GDK_BACKEND: 'x11',
        },
        stdio: 'ignore',
      }),
    );
    await waitUntilOpen(options.port);
    await initialize(...parameters);
    launcher.name = 'WebKitGTK';
  };
  launcher.stop = async (...parameters) => {
    await stop(...parameters);
    stopChildren();
  };
  process.once('exit', stopChildren);
  return launcher;
}
