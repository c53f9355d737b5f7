// Builds the apps of test/package/frameworks/, each with the compiler of its framework.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { findPrograms, FRAMEWORKS_FOLDER } from '../../../scripts/engines.mjs';

const require = createRequire(join(FRAMEWORKS_FOLDER, 'package.json'));

/** An esbuild plugin that compiles the files of one ending. */
const compiled = (filter, compile) => ({
  name: 'framework',
  setup: (bundler) =>
    bundler.onLoad({ filter }, async ({ path }) => ({
      contents: await compile(await readFile(path, 'utf8'), path),
      loader: 'js',
      resolveDir: join(path, '..'),
    })),
});

const PLUGINS = {
  // As a build of Angular does with libraries.
  angular: () =>
    compiled(/angular\.generated\.js$/, async (source, filename) => {
      const { transformAsync } = require('@babel/core');
      const linker = pathToFileURL(require.resolve('@angular/compiler-cli/linker/babel'));
      const { default: plugin } = await import(linker);
      const options = { filename, plugins: [plugin], configFile: false, babelrc: false };
      const { code } = await transformAsync(source, options);
      if (code.includes('ngDeclare')) throw new Error(`not linked: ${code}`);
      return code;
    }),
  solid: () =>
    compiled(/\.jsx$/, async (source, filename) => {
      const { transformAsync } = require('@babel/core');
      const presets = [require.resolve('babel-preset-solid')];
      const options = { filename, presets, configFile: false, babelrc: false };
      return (await transformAsync(source, options)).code;
    }),
  svelte: (generate) =>
    compiled(/\.svelte$/, (source, filename) => {
      const { compile } = require('svelte/compiler');
      return compile(source, { filename, generate }).js.code;
    }),
};

/** Names of the frameworks with an app; none where they are not installed, which the set-up names. */
export const frameworks = findPrograms().frameworks
  ? ['react', 'react-component', 'preact', 'solid', 'vue', 'svelte', 'angular']
  : [];

const optionsOf = (framework, generate) => ({
  absWorkingDir: FRAMEWORKS_FOLDER,
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: framework.split('-')[0],
  logLevel: 'error',
  // The package in `dist/` finds its frameworks there.
  nodePaths: [join(FRAMEWORKS_FOLDER, 'node_modules')],
  plugins: [PLUGINS[framework]?.(generate)].filter(Boolean),
  define: {
    'process.env.NODE_ENV': '"production"',
    ngDevMode: 'false',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
});

const fileOf = (framework, name) =>
  ['jsx', 'js']
    .map((ending) => `./${framework}/${name}.${ending}`)
    .find((file) => existsSync(join(FRAMEWORKS_FOLDER, file)));

/**
 * Builds the app of one framework.
 *
 * @returns `script`, the module of its page; `html`, what its server renders, `undefined` for an app without one.
 */
export async function buildApp(framework) {
  const { outputFiles } = await build({
    ...optionsOf(framework, 'client'),
    entryPoints: ['page.js'],
    alias: { framework: fileOf(framework, 'browser') },
    write: false,
  });
  const server = fileOf(framework, 'server');
  if (!server) return { script: outputFiles[0].text, html: undefined };
  const outfile = join(FRAMEWORKS_FOLDER, `node_modules/.cache/${framework}.mjs`);
  await build({
    ...optionsOf(framework, 'server'),
    entryPoints: [server],
    platform: 'node',
    external: Object.keys(require('./package.json').dependencies),
    outfile,
  });
  const { toHtml } = await import(pathToFileURL(outfile));
  return { script: outputFiles[0].text, html: await toHtml() };
}
