import resolve from '@rollup/plugin-node-resolve';
import license from 'rollup-plugin-license';
import { minify } from 'terser';
import minifyLiterals from 'rollup-plugin-html-literals';
import {
  checkChunkImports,
  chooseChunk,
  liveWithElement,
  nameChunk,
} from './scripts/cdn-chunks.mjs';
import { chunkIntegrity } from './scripts/chunk-integrity.mjs';
import { classicLoader } from './scripts/classic-loader.mjs';
import { distSourceMaps } from './scripts/dist-source-maps.mjs';
import { licenseNotices } from './scripts/license-notices.mjs';
import { moduleSizes } from './scripts/module-sizes.mjs';
import { ownPolicy } from './scripts/own-policy.mjs';

// Nearly every function in these files runs in the first frame. With this hint Chromium compiles them off the main thread
// while the file is still loading, instead of each function on its first call.
// https://v8.dev/blog/explicit-compile-hints
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad';
const RUN_AT_ONCE = ['outage-status', 'element'];

const terser = {
  name: 'terser',
  async renderChunk(source, { name }) {
    const { code, map } = await minify(source, {
      module: true,
      ecma: 2022,
      sourceMap: true,
      compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
      format: {
        comments: false,
        ...(RUN_AT_ONCE.includes(name) && { preamble: COMPILE_AT_ONCE }),
      },
    });
    return { code, map };
  },
};

const isAboutZod = (warning) =>
  /node_modules\/zod/.test(warning.loc?.file ?? warning.id ?? warning.ids?.join() ?? '');

export default {
  input: { 'outage-status': 'dist/cdn.js' },
  // Chunks import shared modules from the entry, instead of from a third file that every page would wait for.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    distSourceMaps(),
    ownPolicy({ litGlobal: 'dist/element/own-policy.js' }),
    liveWithElement(),
    chunkIntegrity(),
    // Lists only the libraries in the bundles. The minified files themselves contain no comments.
    license({ thirdParty: { output: { file: 'cdn/licenses.txt', template: licenseNotices } } }),
    minifyLiterals({ failOnError: true }),
    resolve({ browser: true, exportConditions: ['production', 'browser'] }),
  ],
  // Ignore warnings about zod's annotations and its one internal cycle.
  onwarn: (warning, report) => {
    if (!isAboutZod(warning)) report(warning);
  },
  output: {
    dir: 'cdn',
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: nameChunk,
    manualChunks: chooseChunk,
    onlyExplicitManualChunks: true,
    plugins: [checkChunkImports(), terser, classicLoader(), moduleSizes()],
  },
};
