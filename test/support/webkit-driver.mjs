import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

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

/** What WebKitWebDriver has to be asked for to drive WebKitGTK's MiniBrowser at `webkitBrowser`. */
export const webkitCapabilities = (webkitBrowser) => ({
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { binary: webkitBrowser, args: ['--automation'] },
});

/**
 * Starts WebKitWebDriver on a free port and a virtual display of its own.
 *
 * @param programs.webkitDriver Path of WebKitWebDriver.
 * @param programs.xvfb Path of Xvfb.
 * @returns `port`, once it accepts connections, and `stop()`, which ends both.
 */
export async function startWebkitDriver({ webkitDriver, xvfb }) {
  const display = spawn(
    xvfb,
    // With -displayfd Xvfb chooses a free display number itself and writes it to the given descriptor.
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = await once(display.stdio[3], 'data');
  const port = await findFreePort();
  const driver = spawn(webkitDriver, [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      GDK_BACKEND: 'x11',
    },
    stdio: 'ignore',
  });
  const stop = () => {
    driver.kill('SIGTERM');
    display.kill('SIGTERM');
  };
  process.once('exit', stop);
  await waitUntilOpen(port);
  return { port, stop };
}
