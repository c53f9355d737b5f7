import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { feedOf } from './cdn-site.mjs';
import { installPackage, program, ROOT, run } from './installed-package.mjs';

const { exports: exported } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const ENTRIES = Object.keys(exported)
  .filter((subpath) => exported[subpath].types)
  .map((subpath) => subpath.replace(/^\./, 'outage-status'));
/** These import their framework; test/e2e/frameworks.test.mjs runs them. */
const FRAMEWORK_ENTRIES = ['outage-status/react', 'outage-status/angular'];
const PLAIN_ENTRIES = ENTRIES.filter((entry) => !FRAMEWORK_ENTRIES.includes(entry));

describe('the packed package, installed into an empty project', () => {
  let consumer;
  before(() => {
    consumer = installPackage();
  });
  after(() => consumer?.remove());

  const runHere = (file, code) => {
    writeFileSync(join(consumer.folder, file), code);
    return run(process.execPath, [file], { cwd: consumer.folder });
  };

  it('has the entries that the documentation names', () => {
    assert.deepEqual(ENTRIES, [
      'outage-status',
      'outage-status/define',
      'outage-status/client',
      'outage-status/feed',
      'outage-status/model',
      'outage-status/sources',
      'outage-status/texts',
      'outage-status/ssr',
      'outage-status/testing',
      'outage-status/jsx',
      'outage-status/react',
      'outage-status/preact',
      'outage-status/solid',
      'outage-status/vue',
      'outage-status/svelte',
      'outage-status/angular',
    ]);
  });

  it('contains what it promises and none of its sources or tests', () => {
    const files = run('tar', ['-tzf', consumer.tarball]).trim().split('\n');
    for (const needed of [
      'package/dist/index.js',
      'package/dist/index.d.ts',
      'package/dist/define.js',
      'package/cdn/outage-status.js',
      'package/cdn/outage-status.classic.js',
      'package/custom-elements.json',
      'package/docs/feed.schema.json',
      'package/vscode.html-custom-data.json',
      'package/web-types.json',
      'package/README.md',
      'package/LICENSE',
    ]) {
      assert.ok(files.includes(needed), `${needed} is missing`);
    }
    const strange = files.filter((file) => /^package\/(src|test|server|demo|scripts)\//.test(file));
    assert.deepEqual(strange, []);
  });

  it('gives React a client component, so that server components can import it', () => {
    const file = join(consumer.folder, 'node_modules/outage-status/dist/frameworks/react.js');
    assert.match(readFileSync(file, 'utf8'), /^'use client';/);
  });

  for (const entry of PLAIN_ENTRIES) {
    it(`can import ${entry} in plain Node, as server rendering does`, () => {
      const output = runHere(
        'import-one.mjs',
        `await import(${JSON.stringify(entry)}); console.log('imported');`,
      );
      assert.equal(output, 'imported\n');
    });
  }

  it('registers by /define and by no other entry that needs no framework', () => {
    const code = (entry) => `
      const registered = [];
      globalThis.HTMLElement ??= class {};
      globalThis.customElements = { get: () => undefined, define: (tag) => registered.push(tag) };
      await import(${JSON.stringify(entry)});
      console.log(JSON.stringify(registered));`;
    for (const entry of PLAIN_ENTRIES) {
      const expected = entry === 'outage-status/define' ? ['outage-status'] : [];
      assert.deepEqual(JSON.parse(runHere('registers.mjs', code(entry))), expected, entry);
    }
  });

  it('keeps the first definition when the tag is already taken', () => {
    const output = runHere(
      'taken.mjs',
      `globalThis.HTMLElement ??= class {};
       globalThis.customElements = { get: () => class {}, define: () => { throw new Error('again'); } };
       await import('outage-status/define');
       console.log('kept');`,
    );
    assert.equal(output, 'kept\n');
  });

  const RENDER = `
    import { readFileSync } from 'node:fs';
    for (const name of ['document', 'window', 'HTMLElement', 'customElements'])
      Object.defineProperty(globalThis, name, { get: () => { throw new Error(name); } });
    const { renderStatus } = await import(SOURCE);
    const feed = JSON.parse(readFileSync('feed.json', 'utf8'));
    const nowMs = Date.parse(feed.generatedAt);
    console.log(renderStatus(feed, { nowMs, lang: 'ar', nonce: 'own' }));`;
  const rendersAlike = (source) => {
    writeFileSync(join(consumer.folder, 'feed.json'), JSON.stringify(feedOf()));
    const html = runHere('render.mjs', RENDER.replace('SOURCE', `'${source}'`));
    assert.match(html, /^<outage-status service="kik" lang="ar"><template shadowrootmode="open">/);
    assert.match(html, /<style nonce="own">.*<\/style>\s*<div class="frame">/s);
    assert.match(html, /<\/template><script type="application\/json" data-of="kik">\{"version":1/);
    assert.match(
      html,
      /<time datetime="[^"]+Z" lang="ar" dir="rtl">[^<]+<\/time><\/outage-status>\n$/,
    );
  };

  it('renders the status in plain Node, and asks for no DOM', () =>
    rendersAlike('outage-status/ssr'));

  for (const conditions of [['workerd', 'worker', 'browser'], ['edge-light'], ['browser']]) {
    it(`renders the status without a DOM and without modules of Node when bundled for ${conditions.join(', ')}`, async () => {
      const { outputFiles } = await build({
        stdin: {
          contents: "export * from 'outage-status/ssr';",
          resolveDir: consumer.folder,
        },
        bundle: true,
        format: 'esm',
        platform: 'neutral',
        mainFields: ['module', 'main'],
        conditions,
        write: false,
        logLevel: 'error',
      });
      writeFileSync(join(consumer.folder, 'renderer.mjs'), outputFiles[0].text);
      rendersAlike('./renderer.mjs');
    });
  }

  it('gives the JSON files by name', () => {
    const output = runHere(
      'json.mjs',
      `import { createRequire } from 'node:module';
       const require = createRequire(import.meta.url);
       console.log(require('outage-status/feed.schema.json').properties.version.const);
       console.log(require('outage-status/custom-elements.json').schemaVersion);
       console.log(require('outage-status/package.json').name);`,
    );
    assert.equal(output, '1\n1.0.0\noutage-status\n');
  });

  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    it(`type-checks in a strict consumer with ${resolution} resolution, libraries included`, () => {
      copyFileSync(
        join(ROOT, 'test/package/consumer/typed-consumer.ts'),
        join(consumer.folder, 'typed-consumer.ts'),
      );
      const output = run(
        program('tsc'),
        [
          '--noEmit',
          '--strict',
          '--exactOptionalPropertyTypes',
          '--noUncheckedIndexedAccess',
          '--target',
          'es2022',
          '--lib',
          'es2023,dom,dom.iterable',
          '--types',
          '',
          '--module',
          module,
          '--moduleResolution',
          resolution,
          'typed-consumer.ts',
        ],
        { cwd: consumer.folder },
      );
      assert.equal(output, '');
    });
  }

  it('keeps the registration when a bundler drops what has no side effects', async () => {
    const input = join(consumer.folder, 'app.js');
    writeFileSync(input, "import 'outage-status/define';\n");
    const withEsbuild = await build({
      entryPoints: [input],
      bundle: true,
      format: 'esm',
      splitting: true,
      outdir: join(consumer.folder, 'esbuild'),
      write: false,
      minify: true,
    });
    const bundle = await rollup({ input, plugins: [resolve({ browser: true })], onwarn: () => {} });
    const withRollup = await bundle.generate({ format: 'es' });
    await bundle.close();
    const outputs = {
      esbuild: withEsbuild.outputFiles.map(({ text }) => text).join('\n'),
      rollup: withRollup.output.map(({ code }) => code ?? '').join('\n'),
    };
    for (const [bundler, code] of Object.entries(outputs)) {
      assert.match(code, /["']outage-status["']/, bundler);
      assert.match(code, /\.define\(/, bundler);
    }
  });

  for (const conditions of [
    ['workerd', 'worker', 'browser'],
    ['edge-light', 'browser'],
    ['edge-light', 'worker', 'browser'],
  ]) {
    it(`can be bundled for ${conditions.join(', ')} and imported without a DOM`, async () => {
      const input = join(consumer.folder, 'worker.js');
      const lines = [
        "import { OutageStatusElement } from 'outage-status';",
        'export class Mine extends OutageStatusElement {}',
        ...PLAIN_ENTRIES.map(
          (entry) => `export * as ${entry.replace(/\W/g, '_')} from '${entry}';`,
        ),
      ];
      writeFileSync(input, lines.join('\n'));
      const withEsbuild = await build({
        entryPoints: [input],
        bundle: true,
        format: 'esm',
        conditions,
        write: false,
        logLevel: 'error',
      });
      const names = (code) =>
        `${code}; entry.configure({ server: 'https://status.example' });
        entry.OutageStatusElement.define('other-tag', { get: () => 1 });
        console.log(Object.keys(entry).join());`;
      const expected = runHere('names.mjs', names("import * as entry from 'outage-status'"));
      writeFileSync(join(consumer.folder, 'bundled.mjs'), withEsbuild.outputFiles[0].text);
      const output = names("import { outage_status as entry } from './bundled.mjs'");
      assert.equal(runHere('names.mjs', output), expected);
    });
  }

  describe('the client in a bundle', () => {
    const bundleClient = (options) => {
      const input = join(consumer.folder, 'client.js');
      writeFileSync(input, "export { fetchFeed, watchFeed } from 'outage-status/client';\n");
      return build({
        entryPoints: [input],
        bundle: true,
        format: 'esm',
        minify: true,
        metafile: true,
        logLevel: 'error',
        ...options,
      });
    };
    /** Reads a vendor's page with that bundle, without a network. */
    const readPage = (path) =>
      runHere(
        'read-page.mjs',
        `import { fetchFeed } from '${path}';
         const fetch = async () => new Response('{"status":{"indicator":"major"}}');
         const feed = await fetchFeed('https://status.example/summary.json', { fetch });
         console.log(feed.status, feed.community);`,
      );

    it("has the readers of vendors' pages in a file of their own, and reads a page by them", async () => {
      const outdir = join(consumer.folder, 'split');
      const { metafile } = await bundleClient({ splitting: true, outdir });
      const isReader = (file) => file.includes('/dist/sources/');
      const [entry] = Object.entries(metafile.outputs).filter(([, { entryPoint }]) =>
        entryPoint?.endsWith('client.js'),
      );
      const byItself = [entry[0]];
      for (const file of byItself)
        for (const { path, kind } of metafile.outputs[file].imports)
          if (kind === 'import-statement' && !byItself.includes(path)) byItself.push(path);
      assert.deepEqual(
        byItself.flatMap((file) => Object.keys(metafile.outputs[file].inputs).filter(isReader)),
        [],
      );
      assert.equal(readPage('./split/client.js'), 'partial_outage null\n');
    });

    it("reads a vendor's page where the bundler makes one file", async () => {
      await bundleClient({ outfile: join(consumer.folder, 'whole-client.js') });
      assert.equal(readPage('./whole-client.js'), 'partial_outage null\n');
    });
  });

  it('leaves nothing in a bundle that imports the class and does not use it', async () => {
    const input = join(consumer.folder, 'unused.js');
    writeFileSync(input, "import { OutageStatusElement } from 'outage-status';\n");
    const bundle = await rollup({ input, plugins: [resolve({ browser: true })], onwarn: () => {} });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    assert.doesNotMatch(output[0].code, /outage-status/);
  });

  it('passes publint in strict mode', () => {
    const output = run(program('publint'), ['--strict', consumer.tarball]);
    assert.match(output, /All good!/);
  });

  it('has types that resolve in every way that a module can be imported', () => {
    run(program('attw'), [consumer.tarball, '--profile', 'esm-only', '--no-emoji']);
  });

  it('ships maps that lead to their sources', () => {
    const map = JSON.parse(
      readFileSync(join(consumer.folder, 'node_modules/outage-status/dist/index.js.map'), 'utf8'),
    );
    assert.equal(map.sourcesContent?.length, map.sources.length);
    assert.ok(existsSync(join(consumer.folder, 'node_modules/outage-status/dist/index.d.ts')));
  });
});
