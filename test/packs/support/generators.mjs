// The static site generators, each with its pack installed as the README says, building a site with one page a tag.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findPrograms, SITES_FOLDER } from '../../../scripts/engines.mjs';

const ROOT = join(import.meta.dirname, '../../..');
const programs = findPrograms();

const BUILD_LIMIT_MS = 120_000;

// A build may need none of the tests' own settings; telemetry would ask the internet.
const environment = { PATH: process.env.PATH, HOME: tmpdir(), ASTRO_TELEMETRY_DISABLED: '1' };

const run = (cwd, program, ...parameters) =>
  new Promise((resolve) => {
    execFile(
      program,
      parameters,
      { cwd, env: environment, timeout: BUILD_LIMIT_MS },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    );
  });

const frontMatter = (values) => `---\n${JSON.stringify(values)}\n---\n`;
const quoted = (text) => JSON.stringify(text);
const pairs = (options, write) =>
  Object.entries(options).map(([name, value]) => write(name, value));

/** How each generator is set up: its files by path, where the pack goes, and the command that builds into `out/`. */
const GENERATORS = {
  hugo: {
    program: programs.hugo,
    pack: ['hugo/layouts', 'layouts'],
    files: (tags, site) => ({
      'config.json': JSON.stringify({
        disableKinds: ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap'],
        params: { outageStatus: site },
      }),
      'layouts/_default/single.html': '<!doctype html><html><body>{{ .Content }}</body></html>',
      ...pages(tags, 'content', (options) => {
        const parameters = pairs(options, (name, value) => `${name}=${quoted(value)}`).join(' ');
        return `---\ntitle: Page\n---\nSee {{< outage-status ${parameters} >}} now.\n`;
      }),
    }),
    command: [programs.hugo, '--destination', 'out'],
  },
  eleventy: {
    program: programs.eleventy,
    pack: ['eleventy/outage-status.js', 'outage-status.js'],
    files: (tags, site) => ({
      'package.json': '{"type":"module"}',
      'eleventy.config.js': `import outageStatus from './outage-status.js';
export default (config) => { config.addPlugin(outageStatus, ${JSON.stringify(site)}); };`,
      ...pages(
        tags,
        '.',
        (options) =>
          `${frontMatter({ options })}See {% outageStatus options.service, options %} now.\n`,
      ),
    }),
    command: [process.execPath, programs.eleventy, '--output=out'],
  },
  jekyll: {
    program: programs.jekyll,
    pack: ['jekyll/_includes', '_includes'],
    files: (tags, site) => ({
      '_config.yml': JSON.stringify({ outage_status: site }),
      ...pages(tags, '.', (options) => {
        const parameters = pairs(options, (name) => `${name}=page.options.${name}`).join(' ');
        return `${frontMatter({ options })}See {% include outage-status.html ${parameters} %} now.\n`;
      }),
    }),
    command: [programs.jekyll, 'build', '--destination', 'out', '--disable-disk-cache'],
  },
  astro: {
    program: programs.astro,
    pack: ['astro/OutageStatus.astro', 'src/OutageStatus.astro'],
    files: (tags, site) => ({
      'package.json': '{"type":"module"}',
      '.env': pairs(
        site,
        (name, value) => `PUBLIC_OUTAGE_STATUS_${name.toUpperCase()}=${value}\n`,
      ).join(''),
      ...Object.fromEntries(
        tags.map((options, index) => [
          `src/pages/${index}.astro`,
          `---\nimport OutageStatus from '../OutageStatus.astro';\nconst options = ${JSON.stringify(options)};\n---\n<html><body><p>See <OutageStatus {...options} /> now.</p></body></html>`,
        ]),
      ),
    }),
    linkModules: true,
    command: [process.execPath, programs.astro, 'build', '--outDir', 'out'],
  },
};

const pages = (tags, folder, write) =>
  Object.fromEntries(tags.map((options, index) => [`${folder}/${index}.md`, write(options)]));

/** Names of the generators that are on this machine; the set-up names the others. */
export const generators = Object.keys(GENERATORS).filter((name) => GENERATORS[name].program);

/**
 * Builds a site with one page for each tag.
 *
 * @param generator `hugo`, `eleventy`, `jekyll` or `astro`.
 * @param tags Options of the tag of each page.
 * @param site Settings of the whole site: `server`, `script`, `integrity`.
 * @param more Further files by path.
 * @returns `code` and `output` of the build; `page(index)`, the HTML of a page; `read(path)`, another file of what was built;
 *   `remove()`, which must be called in the end.
 */
export async function buildSite(generator, tags, site, more = {}) {
  const { pack, files, command, linkModules } = GENERATORS[generator];
  const folder = await mkdtemp(join(tmpdir(), `outage-status-${generator}-`));
  await mkdir(dirname(join(folder, pack[1])), { recursive: true });
  await cp(join(ROOT, 'packs', pack[0]), join(folder, pack[1]), { recursive: true });
  for (const [path, text] of Object.entries({ ...files(tags, site), ...more })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  if (linkModules) await symlink(join(SITES_FOLDER, 'node_modules'), join(folder, 'node_modules'));
  const { code, output } = await run(folder, ...command);
  const read = (path) => readFile(join(folder, 'out', path), 'utf8');
  return {
    code,
    output,
    read,
    remove: () => rm(folder, { recursive: true, force: true }),
    page: (index) => read(`${index}.html`).catch(() => read(`${index}/index.html`)),
  };
}
