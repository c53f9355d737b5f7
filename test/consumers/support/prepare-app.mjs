// Makes an app ready in a folder outside of the project, where no module is found but those that the app names.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeTags } from './tags.mjs';

const HARNESS = readFileSync(join(import.meta.dirname, 'harness.js'), 'utf8');
const BUNDLE = join(import.meta.dirname, 'bundle');
const BUNDLE_PAGES = readdirSync(BUNDLE).filter((name) => name.endsWith('.html'));
const SOURCE = /\.(?:jsx?|tsx?|vue|svelte|astro|html|mdx?|njk)$/;

/** No program of an app asks questions, colours its output or counts its users. */
const ENVIRONMENT = {
  ...process.env,
  CI: '1',
  NO_COLOR: '1',
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};

/** Runs a program of an app, or npm. It must not stop this process meanwhile, or connections to the feed server end unnoticed. */
export const run = async (program, parameters, cwd, env = {}) => {
  try {
    const options = { cwd, env: { ...ENVIRONMENT, ...env }, maxBuffer: 1e8 };
    await promisify(execFile)(program, parameters, options);
  } catch (error) {
    throw new Error(`${program} ${parameters.join(' ')}\n${error.stdout}\n${error.stderr}`, {
      cause: error,
    });
  }
};

/** Files of a folder without installed ones. */
const sourcesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(path);
    return SOURCE.test(entry.name) ? [path] : [];
  });

/** Replaces `tags of <dialect>`, a comment in the source's own way, by the tags, and `FEED_SERVER` by its address. */
const fillSource = (text, dialects, server) =>
  text
    .replaceAll('FEED_SERVER', server)
    .replaceAll(/(?:\{\/\*|<!--|\/\*) tags of (\w+) (?:\*\/\}|-->|\*\/)/g, (_, name) => {
      if (!dialects[name]) throw new Error(`no dialect "${name}"`);
      return writeTags(dialects[name], server);
    });

/** Copies what lies in a folder; what is there by the same name goes. */
const copyInto = (copy, folder) => {
  for (const name of readdirSync(folder)) {
    rmSync(join(copy, name), { recursive: true, force: true });
    cpSync(join(folder, name), join(copy, name), { recursive: true });
  }
};

/** The pages of an app of a bundler, filled in. */
const writePages = (folder, head = '') => {
  for (const name of BUNDLE_PAGES) {
    const html = readFileSync(join(BUNDLE, name), 'utf8');
    writeFileSync(
      join(folder, name),
      html.replace('</title>', () => `</title>${head}`),
    );
  }
};

/** Builds an installed app, also once more after its sources have changed. */
export async function buildApp(app, copy) {
  for (const [program, ...parameters] of app.build)
    await run(join(copy, 'node_modules/.bin', program), parameters, copy);
  if (app.html) writePages(join(copy, app.html));
}

/**
 * Copies an app, installs the versions of its lock file and the packed package, and builds it.
 *
 * @param app The default export of its consumer.mjs.
 * @param options.folder The app's folder in the project.
 * @param options.copy Where it goes. `node_modules` there stays, so that a second run is quick.
 * @param options.tarball What `npm pack` made.
 * @param options.server Address of the feed server.
 */
export async function prepareApp(app, { folder, copy, tarball, server }) {
  copyInto(copy, folder);
  if (app.kind === 'bundle') copyInto(copy, BUNDLE);
  if (app.head) writePages(copy, app.head);
  if (app.harness) writeFileSync(join(copy, app.harness), HARNESS);
  for (const path of sourcesIn(copy)) {
    const text = readFileSync(path, 'utf8');
    const filled = fillSource(text, app.dialects ?? {}, server);
    if (filled !== text) writeFileSync(path, filled);
  }
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  await run('npm', ['install', '--no-save', ...quiet, tarball], copy);
  await buildApp(app, copy);
}
