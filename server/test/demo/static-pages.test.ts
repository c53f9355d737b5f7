import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { assertValidHtml } from '../helpers/html-rules.js';
import { DEMO_FOLDER, sendRaw, startDemoServer, type DemoServer } from './demo-server.js';

let demo: DemoServer;
before(async () => {
  demo = await startDemoServer();
});
after(() => demo.close());

describe('the demo pages', () => {
  it('lead from the root to the blog post', async () => {
    for (const path of ['/', '/demo']) {
      const answer = await fetch(demo.url + path, { redirect: 'manual' });
      assert.equal(answer.status, 302);
      assert.equal(answer.headers.get('location'), '/demo/');
    }
    const page = await (await fetch(`${demo.url}/demo/`)).text();
    assert.match(page, /<outage-status\s[^>]*service="kik"/);
  });

  const types = [
    ['/demo/', 'text/html; charset=utf-8'],
    ['/demo/states.html', 'text/html; charset=utf-8'],
    ['/demo/vendor/', 'text/html; charset=utf-8'],
    ['/demo/demo.css', 'text/css; charset=utf-8'],
    ['/demo/states.js', 'text/javascript; charset=utf-8'],
    ['/demo/icon.svg', 'image/svg+xml'],
  ] as const;
  for (const [path, type] of types) {
    it(`are served as ${type}, uncached, and other sites may not frame them: ${path}`, async () => {
      const answer = await fetch(demo.url + path);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), type);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.headers.get('content-security-policy'), "frame-ancestors 'self'");
    });
  }

  it('are valid', async () => {
    for (const name of await readdir(DEMO_FOLDER, { recursive: true })) {
      if (!name.endsWith('.html') || name.startsWith('npm')) continue;
      await assertValidHtml(await (await fetch(`${demo.url}/demo/${name}`)).text(), name);
    }
  });

  it('load no page, style or script from another origin', async () => {
    const names = (await readdir(DEMO_FOLDER, { recursive: true })).filter(
      (name) => /\.(html|css|js)$/.test(name) && !name.startsWith('npm'),
    );
    assert.ok(names.length > 10);
    const elsewhere =
      /<[^>]*\bsrc="https?:|<link[^>]*\bhref="https?:|url\(\s*["']?https?:|\bfrom\s+'https?:|@import/;
    for (const name of names) {
      const text = await (await fetch(`${demo.url}/demo/${name}`)).text();
      assert.doesNotMatch(text, elsewhere, name);
    }
  });

  it('link only to demo pages that exist', async () => {
    const names = ['', 'states.html', 'hundred.html', 'official.html', 'sandbox.html', 'vendor/'];
    for (const name of names) {
      const page = new URL(`/demo/${name}`, demo.url);
      const text = await (await fetch(page)).text();
      for (const [, link = ''] of text.matchAll(/<[^>]*\b(?:href|src)="([^"#]+)/g)) {
        const target = new URL(link, page);
        // The feed, the widget, the builder and the list are the server's, which is not here; the documents are not built.
        if (
          target.origin !== page.origin ||
          /^\/(v1\/|widget\/|docs\/|(embed|services)$)/.test(target.pathname)
        )
          continue;
        assert.equal((await fetch(target)).status, 200, `${name} links to ${link}`);
      }
    }
  });

  const outside = [
    '/demo/../package.json',
    '/demo/%2e%2e/package.json',
    '/demo/..%2fpackage.json',
    '/demo/states/..%5c..%5cpackage.json',
    '/demo//etc/hosts.html',
    '/demo/.hidden.html',
    '/demo/states',
    '/demo/node_modules/x/index.html',
    '/demo/%00.html',
    '/demo/missing.html',
  ];
  for (const path of outside) {
    it(`answer 404 for ${path}`, async () => assert.equal(await sendRaw(demo.url, path), 404));
  }

  it('do not follow a link out of their folder', async () => {
    const root = await mkdtemp(join(tmpdir(), 'demo-'));
    await mkdir(join(root, 'pages'));
    await writeFile(join(root, 'secret.html'), 'secret');
    await writeFile(join(root, 'pages', 'plain.html'), 'plain');
    await symlink(join(root, 'secret.html'), join(root, 'pages', 'link.html'));
    const other = await startDemoServer(join(root, 'pages'));
    try {
      assert.equal((await fetch(`${other.url}/demo/plain.html`)).status, 200);
      assert.equal((await fetch(`${other.url}/demo/link.html`)).status, 404);
    } finally {
      await other.close();
      await rm(root, { recursive: true });
    }
  });
});

describe('the documentation site', () => {
  let root: string;
  let site: DemoServer;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'docs-'));
    await mkdir(join(root, 'start'));
    await mkdir(join(root, 'assets'));
    await writeFile(join(root, 'index.html'), 'first page');
    await writeFile(join(root, '404.html'), 'no such page');
    await writeFile(join(root, 'start', 'blog.html'), 'a page');
    await writeFile(join(root, 'assets', '@index.1a2b.js'), 'a script');
    site = await startDemoServer(DEMO_FOLDER, root);
  });
  after(async () => {
    await site.close();
    await rm(root, { recursive: true });
  });

  it('is at /docs/, its pages without an ending', async () => {
    const answer = await fetch(`${site.url}/docs`, { redirect: 'manual' });
    assert.equal(answer.headers.get('location'), '/docs/');
    for (const [path, text] of [
      ['/docs/', 'first page'],
      ['/docs/start/blog', 'a page'],
      ['/docs/start/blog.html', 'a page'],
    ])
      assert.equal(await (await fetch(`${site.url}${path}`)).text(), text, path);
  });

  it('has a policy that allows files of this server alone', async () => {
    const policy = (await fetch(`${site.url}/docs/`)).headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'; /);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  });

  it('lets browsers keep the files whose names change with them, and nothing else', async () => {
    const keeps = async (path: string) =>
      (await fetch(site.url + path)).headers.get('cache-control');
    assert.equal(await keeps('/docs/assets/@index.1a2b.js'), 'public, max-age=31536000, immutable');
    assert.equal(await keeps('/docs/assets/gone.js'), 'no-store');
    assert.equal(await keeps('/docs/'), 'no-store');
  });

  it('answers with its own page where there is none', async () => {
    const answer = await fetch(`${site.url}/docs/nothing`);
    assert.equal(answer.status, 404);
    assert.equal(await answer.text(), 'no such page');
    assert.equal(await sendRaw(site.url, '/docs/../package.json'), 404);
  });

  it('says how it is built where it is not', async () => {
    const answer = await fetch(`${demo.url}/docs/`);
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /npm run docs:site/);
  });
});
