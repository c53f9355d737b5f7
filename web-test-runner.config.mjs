import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findPrograms, FIREFOX_SETTINGS } from './scripts/engines.mjs';
import { bundledTests } from './test/wtr/bundled-tests.mjs';
import { countReporter } from './test/wtr/count-reporter.mjs';
import { mediaFeatures } from './test/wtr/media-features.mjs';
import { webkitGtkLauncher } from './test/wtr/webkit-launcher.mjs';

// A zone far from UTC, by a fractional number of hours: code that uses local time by accident fails here.
process.env.TZ = 'Pacific/Chatham';

const programs = findPrograms();

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const launchers = {
  chromium: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: { executablePath: programs.chromium, headless: true, args: CHROMIUM_FLAGS },
    }),
  // The Chrome launcher also drives Firefox, over WebDriver BiDi.
  firefox: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: programs.firefox,
        headless: true,
        extraPrefsFirefox: FIREFOX_SETTINGS,
      },
    }),
  webkit: () => webkitGtkLauncher(programs),
};

const launchEngine = (name) => {
  const launch = launchers[name];
  if (!launch)
    throw new Error(`ENGINES: no engine "${name}", only ${Object.keys(launchers).join(', ')}`);
  return launch();
};

// The feed server of the element tests: it sends real HTTP answers, which each test defines.
const feedServerFile = pathOf('./test/support/feed-server.mjs');
const feedServer = existsSync(feedServerFile)
  ? [(await import('./test/support/feed-server.mjs')).feedServer()]
  : [];

const EVERY_FILE =
  'test/plain-functions.test.ts,test/client/**/*.test.ts,test/element/**/*.test.ts';

export default {
  files: (process.env.FILES ?? EVERY_FILE).split(','),
  browsers: (process.env.ENGINES ?? 'chromium').split(',').map(launchEngine),
  // One page of an engine at a time: Chromium would hide the second page and never run its animation frames. The WebKit launcher would
  // put test files into frames, and stay inside one after a key press.
  concurrency: 1,
  concurrentBrowsers: 2,
  plugins: [bundledTests(), mediaFeatures(), ...feedServer],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }),
    countReporter(),
  ],
  // A busy machine is no failure.
  testFramework: { config: { timeout: '60000', retries: '0' } },
  testsFinishTimeout: 180_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
};
