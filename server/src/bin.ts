#!/usr/bin/env node
import { createApp } from './app.js';
import { CatalogError } from './catalog/load-catalog.js';
import { SERVER_VERSION } from './package-paths.js';
import { readSettings, SettingsError } from './settings.js';
import { StartError } from './start-error.js';
import { StoreError } from './store/store.js';
import { describeUsage } from './usage.js';

const fail = (error: unknown): never => {
  // What an operator can mend is a sentence; anything else is a bug and shows where it happened.
  const expected = [SettingsError, CatalogError, StartError, StoreError].some(
    (type) => error instanceof type,
  );
  process.stderr.write(
    `${expected ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`,
  );
  process.exit(1);
};

const run = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const server = await createApp({ settings });
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    server.close().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  const { url } = await server.start();
  process.stdout.write(
    `outage-status-server: ${settings.publicUrl ?? url}/${settings.demo ? 'demo/' : ''}\n`,
  );
};

const [argument] = process.argv.slice(2);
if (argument === '--help' || argument === '-h') process.stdout.write(describeUsage());
else if (argument === '--version') process.stdout.write(`${SERVER_VERSION}\n`);
else if (argument !== undefined) {
  process.stderr.write(
    `${argument}: no such option; settings are environment variables, see --help.\n`,
  );
  process.exit(1);
} else await run().catch(fail);
