import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

const TARGET = 'es2022';

const testFiles = () =>
  readdirSync('test', { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
    .map((name) => join('test', name));

/** Addresses, such as `/test/model/verdict.test.ts`, and what is there. */
const bundleTests = async () => {
  const { outputFiles } = await build({
    entryPoints: testFiles(),
    outbase: '.',
    outdir: '.',
    chunkNames: 'bundled/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: TARGET,
    sourcemap: true,
    write: false,
    conditions: ['development', 'browser'],
    // What the runner serves itself.
    external: ['/__web*'],
    // `sideEffects` in package.json names built files, so that an import of a source for its effect would be left out.
    ignoreAnnotations: true,
    logLevel: 'warning',
  });
  return new Map(
    outputFiles.map(({ path, text }) => [
      path.slice(process.cwd().length).replace(/\.test\.js$/, '.test.ts'),
      text,
    ]),
  );
};

/**
 * Plugin for @web/test-runner that compiles all test files in one go, with what they share in chunks, and serves them from
 * memory. File by file, a page of a test would ask for 100 to 300 modules. A source is served by itself, as JavaScript, to
 * a test that reads it.
 */
export function bundledTests() {
  let bundled;
  return {
    name: 'bundled-tests',
    async serverStart() {
      bundled = await bundleTests();
    },
    async serve({ path }) {
      const text = bundled.get(path);
      if (text !== undefined) return { body: text, type: path.endsWith('.map') ? 'json' : 'js' };
      if (!/^\/src\/.*\.ts$/.test(path)) return undefined;
      const source = readFileSync(path.slice(1), 'utf8');
      const { code } = await transform(source, { loader: 'ts', target: TARGET });
      return { body: code, type: 'js' };
    },
  };
}
