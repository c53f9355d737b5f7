// Compiles the server with its tests to JavaScript, for a run of all of them. With the loader, every process and every
// thread of a server would compile for itself, which takes longer than most tests, and would then read a thousand small
// files of packages.
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');
/** Folders with TypeScript; the tests of the server share pages and feeds with those of the element. */
const COMPILED = ['src', 'test', 'server/src', 'server/test'];
/** What consumers and hosts run, with packages of their own. */
const NOT_COMPILED = ['test/consumers', 'test/hosts', 'test/package', 'test/packs'];
const ABOVE_COMPILED = ['.', 'server'];
/** Packages of many modules, all of them in the language's own form, as only these keep their names in a bundle. */
const BUNDLED = /^(@hono\/|hono(\/|$)|htmlparser2$|kysely$|outage-status\/|zod(\/|$))/;
const BUNDLES_FOLDER = 'bundles';

const typescriptIn = (folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_COMPILED.includes(path) ? [] : typescriptIn(path);
    return /(?<!\.d)\.ts$/.test(path) ? [path] : [];
  });

const linkRest = (folder, target) => {
  mkdirSync(join(target, folder), { recursive: true });
  for (const name of readdirSync(join(ROOT, folder))) {
    const path = join(folder, name);
    if (name === '.git' || [...COMPILED, ...ABOVE_COMPILED].includes(path)) continue;
    symlinkSync(join(ROOT, path), join(target, path));
  }
};

/**
 * Makes imports of {@link BUNDLED} packages lead to their bundles, and leaves all others as they are.
 *
 * @param found Gets the bundles' names and what is imported from them, e.g. `zod-mini` and `zod/mini`.
 */
const leadToBundles = (target, found) => ({
  name: 'lead-to-bundles',
  setup(compiler) {
    compiler.onResolve({ filter: /^/ }, ({ kind, path }) => {
      if (kind === 'entry-point') return undefined;
      if (!BUNDLED.test(path)) return { path, external: true };
      const name = path.replaceAll('/', '-');
      found[name] = path;
      const file = join(target, BUNDLES_FOLDER, `${name}.js`);
      return { path: pathToFileURL(file).href, external: true };
    });
  },
});

/**
 * Makes a copy of the repository's tree in which the server and its tests are JavaScript, file by file, and all else is a
 * link, so that paths between files stay true. Packages of many modules are one file each, with what they share in others.
 *
 * @param target An empty folder.
 */
export async function compileServer(target) {
  for (const folder of ABOVE_COMPILED) linkRest(folder, target);
  const options = {
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    logLevel: 'warning',
  };
  const bundles = {};
  await build({
    ...options,
    entryPoints: COMPILED.flatMap(typescriptIn),
    outbase: '.',
    outdir: target,
    plugins: [leadToBundles(target, bundles)],
    treeShaking: false,
    sourcemap: 'inline',
    sourcesContent: false,
  });
  await build({
    ...options,
    absWorkingDir: join(ROOT, 'server'),
    entryPoints: bundles,
    outdir: join(target, BUNDLES_FOLDER),
    splitting: true,
  });
}
