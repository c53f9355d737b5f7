#!/usr/bin/env node
import { createApp } from './app.js';
import { loadCatalog } from './catalog/load-catalog.js';
import { describeEnd, EXIT_CODES } from './command/exit-codes.js';
import { importIncidentFile } from './command/import-incidents.js';
import { runReportSwitch } from './command/report-switch.js';
import { describeUsage } from './command/usage.js';
import { countNoun } from './lib/count-noun.js';
import { CATALOG_FOLDER, SERVER_VERSION } from './lib/package-paths.js';
import { readSettings } from './settings/read-settings.js';
import { openStore } from './store/open-store.js';

const fail = (error: unknown): never => {
  const { message, code } = describeEnd(error);
  process.stderr.write(`${message}\n`);
  process.exit(code);
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

const importFile = async (path: string): Promise<void> => {
  const settings = readSettings(process.env);
  const catalog = await loadCatalog([CATALOG_FOLDER, ...settings.catalogDirs]);
  const store = await openStore(settings);
  try {
    const { added, changed, unchanged } = await importIncidentFile(path, {
      history: store.history,
      catalog,
    });
    process.stdout.write(
      `${countNoun(added, 'incident')} added, ${changed} changed, ${unchanged} unchanged\n`,
    );
  } finally {
    await store.close();
  }
};

const switchReports = async (id: string | undefined, state: string | undefined): Promise<void> => {
  const settings = readSettings(process.env);
  const catalog = await loadCatalog([CATALOG_FOLDER, ...settings.catalogDirs]);
  const store = await openStore(settings);
  try {
    process.stdout.write(
      `${await runReportSwitch({ id, state }, { store: store.reports, catalog })}\n`,
    );
  } finally {
    await store.close();
  }
};

const [argument, ...rest] = process.argv.slice(2);
if (argument === '--help' || argument === '-h') process.stdout.write(describeUsage());
else if (argument === '--version') process.stdout.write(`${SERVER_VERSION}\n`);
else if (argument === 'import') {
  const [path] = rest;
  if (path === undefined || rest.length > 1) {
    process.stderr.write('import: expected one file, e.g. import incidents.json\n');
    process.exit(EXIT_CODES.usage);
  }
  await importFile(path).catch(fail);
} else if (argument === 'reports') {
  const [id, state] = rest;
  await switchReports(id, state).catch(fail);
} else if (argument !== undefined) {
  process.stderr.write(
    `${argument}: no such option; settings are environment variables, see --help.\n`,
  );
  process.exit(EXIT_CODES.usage);
} else await run().catch(fail);
