import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { findPrograms } from '../../scripts/engines.mjs';
import { collectPlugin, zipPlugin } from '../../scripts/pack-wordpress.mjs';
import { readHtml } from './support/snippet.mjs';
import { BAD_TAGS, GOOD_TAGS, SERVER } from './support/tags.mjs';

const ROOT = join(import.meta.dirname, '../..');
const { php } = findPrograms();
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe('the zip file for WordPress', () => {
  it('has the same bytes every time', () => {
    assert.deepEqual(zipPlugin(), zipPlugin());
  });

  it('holds the plugin in one folder, and the widget of this version as it was built', () => {
    const files = unzipSync(zipPlugin());
    assert.deepEqual(Object.keys(files), Object.keys(collectPlugin()));
    assert.ok(Object.keys(files).every((path) => path.startsWith('outage-status/')));
    for (const name of readdirSync(join(ROOT, 'cdn'))) {
      const packed = files[`outage-status/widget/${version}/${name}`];
      assert.deepEqual(Buffer.from(packed), readFileSync(join(ROOT, 'cdn', name)), name);
    }
    for (const name of ['outage-status.php', 'readme.txt', 'uninstall.php', 'block/block.json']) {
      assert.ok(files[`outage-status/${name}`], name);
    }
  });

  it('names one version everywhere', () => {
    const read = (path) => readFileSync(join(ROOT, 'packs/wordpress', path), 'utf8');
    assert.equal(/ \* Version: +(\S+)/.exec(read('outage-status.php'))[1], version);
    assert.equal(/^Stable tag: (\S+)/m.exec(read('readme.txt'))[1], version);
    assert.equal(JSON.parse(read('block/block.json')).version, version);
    assert.ok(read('block/editor.asset.php').includes(`'version'      => '${version}'`));
  });

  it('has no script from another host', () => {
    for (const [path, content] of Object.entries(collectPlugin())) {
      if (!/\.(php|js)$/.test(path) || path.includes('/widget/')) continue;
      const addresses = Buffer.from(content)
        .toString()
        .match(/https?:\/\/[a-z][\w.]+/g);
      for (const address of addresses ?? []) {
        assert.match(address, /status\.example|opensource\.org/, path);
      }
    }
  });
});

describe('the readme for WordPress.org', () => {
  const readme = readFileSync(join(ROOT, 'packs/wordpress/readme.txt'), 'utf8');

  it('has the headers and sections of its form', () => {
    const [title, ...lines] = readme.split('\n');
    assert.match(title, /^=== .+ ===$/);
    const headers = lines
      .slice(0, lines.indexOf(''))
      .map((line) => /^([\w ]+): \S/.exec(line)?.[1]);
    for (const name of [
      'Tags',
      'Requires at least',
      'Tested up to',
      'Requires PHP',
      'Stable tag',
      'License',
    ]) {
      assert.ok(headers.includes(name), name);
    }
    assert.ok(/^Tags: (.+)$/m.exec(readme)[1].split(', ').length <= 5);
    const shortDescription = lines[lines.indexOf('') + 1];
    assert.ok(shortDescription.length <= 150, `${shortDescription.length} characters`);
    const sections = [...readme.matchAll(/^== (.+) ==$/gm)].map(([, name]) => name);
    assert.deepEqual(sections.slice(0, 2), ['Description', 'External services']);
    assert.ok(sections.includes('Changelog'));
  });
});

if (php) {
  describe('the plugin for WordPress', () => {
    let folder;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'outage-status-wordpress-'));
      for (const [path, content] of Object.entries(unzipSync(zipPlugin()))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    /** Runs the plugin with stand-ins for WordPress's own functions. */
    const run = (
      steps,
      { options = { outage_status_server: SERVER }, can = true, answers = {} } = {},
    ) => {
      const { stdout, stderr, status } = spawnSync(
        php,
        [join(import.meta.dirname, 'wordpress/run.php'), join(folder, 'outage-status')],
        { input: JSON.stringify({ options, can, answers, steps }), encoding: 'utf8' },
      );
      assert.equal(status, 0, stdout + stderr);
      return JSON.parse(stdout);
    };

    it('is PHP without mistakes, and prints nothing when a browser opens one of its files', () => {
      for (const path of readdirSync(join(folder, 'outage-status'), { recursive: true })) {
        if (!path.endsWith('.php')) continue;
        const file = join(folder, 'outage-status', path);
        const { stdout, status } = spawnSync(php, ['-l', file], { encoding: 'utf8' });
        assert.equal(status, 0, stdout);
        assert.equal(spawnSync(php, [file], { encoding: 'utf8' }).stdout, '', path);
      }
    });

    it('writes the tag with its link, as a shortcode and as a block', () => {
      const steps = GOOD_TAGS.flatMap(({ options }) => [
        ['shortcode', options],
        // What the editor leaves empty is left out; what WordPress adds is its own.
        ['block', { lang: '', name: '', server: '', ...options, className: 'x', align: 'wide' }],
      ]);
      const { results } = run(steps);
      for (const [index, { title, widget }] of GOOD_TAGS.entries()) {
        for (const html of results.slice(2 * index, 2 * index + 2)) {
          const { widgets, scripts, preloads, handlers } = readHtml(html);
          assert.deepEqual(widgets, [widget], `${title}: ${html}`);
          const feed = `${widget.server}/v1/services/${widget.service}/status.json`;
          assert.deepEqual(preloads, [feed]);
          assert.deepEqual([scripts, handlers], [[], []]);
        }
      }
    });

    it('says the status in words inside the link, and asks the server once in 30 seconds', () => {
      const words = 'Kik & <b>: Operational as of 14:05 UTC, Nov 29. Kik “works”.';
      const answers = {
        [`${SERVER}/fragment/`]: [
          200,
          `<outage-status service="kik" server="${SERVER}"><time datetime="2026-11-29T14:05:00Z" lang="en" dir="ltr">${words.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</time></outage-status>`,
        ],
      };
      const steps = [
        ['shortcode', { service: 'kik' }],
        ['block', { service: 'kik', variant: 'badge' }],
        ['shortcode', { service: 'kik', lang: 'ar' }],
        ['shortcode', { service: 'kik', server: 'https://other.example' }],
      ];
      const { results, registered } = run(steps, { answers });
      const links = results.map((html) => readHtml(html).widgets[0].link);
      assert.deepEqual(links, [
        { href: `${SERVER}/kik`, text: words },
        { href: `${SERVER}/kik`, text: words },
        { href: `${SERVER}/kik?lang=ar`, text: words },
        { href: 'https://other.example/kik', text: 'kik status' },
      ]);
      const start = `${SERVER}/fragment/kik.html?declarative=false`;
      const limits = { timeout: 2, redirection: 0, limit_response_size: 10_000 };
      assert.deepEqual(registered.requests, [
        [start, limits],
        [`${start}&lang=ar`, limits],
      ]);
      assert.deepEqual(registered.kept, [30, 30]);
    });

    it('writes the plain link when the server fails or sends anything else, and asks again after a minute', () => {
      const tag = '<outage-status service="kik">';
      for (const answer of [
        undefined,
        [404, `${tag}<time a>x</time></outage-status>`],
        [503, ''],
        [200, ''],
        [200, `${tag}<a href="/kik">Kik status</a></outage-status>`],
        [200, `${tag}<time a>x<script>alert(1)</script></time></outage-status>`],
        [200, `${tag}<time a>${'x'.repeat(20_000)}</time></outage-status>`],
        [200, `<script>alert(1)</script>${tag}<time a>x</time></outage-status>`],
        [200, `${tag}<time a>\u0000\uFFFF</time></outage-status><script>1</script>`],
      ]) {
        const answers = answer ? { [SERVER]: answer } : {};
        const steps = Array.from({ length: 3 }, () => ['shortcode', { service: 'kik' }]);
        const { results, registered } = run(steps, { answers });
        for (const html of results) {
          const { widgets, scripts } = readHtml(html);
          assert.equal(widgets[0].link.text, 'kik status', html);
          assert.deepEqual(scripts, []);
        }
        assert.equal(registered.requests.length, 1);
        assert.deepEqual(registered.kept, [60]);
      }
    });

    it('loads its own script, from a folder of its version and without a query', () => {
      const { registered } = run([
        ['shortcode', { service: 'kik', server: 'https://evil.example' }],
      ]);
      assert.deepEqual(registered.modules, {
        'outage-status': [
          `https://blog.example/wp-content/plugins/outage-status/widget/${version}/outage-status.js`,
          [],
          null,
        ],
      });
      assert.deepEqual(run([['shortcode', '']]).registered.modules, []);
    });

    it('explains mistakes to authors, and to no other visitor', () => {
      const bad = [
        ...BAD_TAGS,
        { option: 'server', options: { service: 'kik', server: 'http://localhost' } },
        { option: 'service', options: { service: ['kik'] } },
        { option: 'server', options: { service: 'kik', server: { a: 1 } } },
        { option: 'lang', options: { service: 'kik', lang: '"><script>alert(1)</script>' } },
        { option: 'kik', options: ['kik'] },
        { option: 'service', options: ['service'] },
        { option: 'service', options: '' },
      ];
      const steps = bad.map(({ options }) => ['shortcode', options]);
      const authors = run(steps);
      for (const [index, { option, options }] of bad.entries()) {
        const { widgets, scripts, handlers, text } = readHtml(authors.results[index]);
        assert.match(text, new RegExp(`^outage-status: ${option}: `), JSON.stringify(options));
        assert.deepEqual([widgets, scripts, handlers], [[], [], []]);
      }
      assert.deepEqual(authors.registered.modules, []);
      const others = run(steps, { can: false });
      assert.deepEqual(
        others.results,
        bad.map(() => ''),
      );
    });

    it('shows nothing without a server, and trusts no other value in the database', () => {
      for (const server of ['', 'javascript:alert(1)', 'http://status.example', ['a'], null, 5]) {
        const { results, registered } = run([['shortcode', { service: 'kik' }]], {
          options: { outage_status_server: server },
        });
        assert.match(results[0], /outage-status: server: expected an https address/);
        assert.deepEqual(registered.oembed, []);
        assert.equal(
          registered.inline['outage-status-status-editor-script'],
          'window.outageStatusSettings = {"server":""};',
        );
      }
    });

    it('takes an https address as its setting, and keeps the old one otherwise', () => {
      const { results, registered } = run([
        ['sanitize', ' https://new.example/status/ '],
        ['sanitize', ''],
        ['sanitize', 'http://new.example'],
        ['sanitize', 'javascript:alert(1)'],
        ['sanitize', '"><script>alert(1)</script>'],
        ['sanitize', ['https://new.example']],
      ]);
      const kept = Array.from({ length: 4 }, () => SERVER);
      assert.deepEqual(results, ['https://new.example/status', '', ...kept]);
      assert.equal(registered.errors.length, 4);
      for (const message of registered.errors) assert.doesNotMatch(message, /<script/);
    });

    it('has a page for the setting, for administrators only', () => {
      const { results, registered } = run([['page']]);
      assert.equal(registered.pages['outage-status'][0], 'manage_options');
      assert.match(
        results[0],
        /<input type="url"[^>]* name="outage_status_server" value="https:\/\/status\.example"/,
      );
      assert.match(results[0], /_wpnonce/);
      assert.deepEqual(run([['page']], { can: false }).results, ['']);
    });

    it('knows the addresses of services, and sends them to oEmbed', () => {
      const addresses = [
        [`${SERVER}/kik`, true],
        [`${SERVER}/kik/`, true],
        [`${SERVER}/kik?lang=ar`, true],
        [`${SERVER}/embed/kik`, true],
        [`${SERVER}/`, false],
        [`${SERVER}/badge/kik.svg`, false],
        ['https://statusxexample/kik', false],
        [`https://evil.example/?${SERVER}/kik`, false],
        ['http://status.example/kik', false],
      ];
      const { results, registered } = run(addresses.map(([address]) => ['matches', address]));
      assert.deepEqual(
        results,
        addresses.map(([, known]) => known),
      );
      assert.deepEqual(registered.oembed[0].slice(1), [`${SERVER}/oembed`, true]);
    });

    it('gives a frame of its server a secret of its own, and changes no other embed', () => {
      const frame = `<blockquote class="wp-embedded-content" hidden><a href="${SERVER}/kik">Kik</a></blockquote><iframe src="${SERVER}/embed/kik?lang=ar&amp;look=compact" width="480" class="wp-embedded-content"></iframe>`;
      const sandboxed = `<iframe class="wp-embedded-content" sandbox="allow-scripts" src="${SERVER}/embed/kik#?secret=abc" data-secret="abc"></iframe>`;
      const other = '<iframe src="https://video.example/embed/kik"></iframe>';
      const embed = (html, url, options) =>
        run([['embed', { html, url }]], options && { options }).results[0];
      const secrets = [1, 2].map(() => {
        const html = embed(frame, `${SERVER}/kik?lang=ar`);
        const secret = /data-secret="([a-zA-Z0-9]{10})"/.exec(html)?.[1];
        assert.equal(
          html,
          frame
            .replace('<iframe', `<iframe loading="lazy" data-secret="${secret}"`)
            .replace('look=compact', `look=compact#?secret=${secret}`),
        );
        return secret;
      });
      assert.notEqual(secrets[0], secrets[1]);
      assert.equal(embed(sandboxed, `${SERVER}/kik`), sandboxed);
      assert.equal(embed('<a href="/kik">Kik</a>', `${SERVER}/kik`), '<a href="/kik">Kik</a>');
      assert.equal(embed(other, 'https://video.example/kik'), other);
      assert.equal(embed(frame, `${SERVER}/kik`, { outage_status_server: '' }), frame);
    });

    it('leaves nothing behind', () => {
      const options = { outage_status_server: SERVER, other: 1 };
      assert.deepEqual(run([['uninstall']], { options }).results, [{ other: 1 }]);
    });
  });
}
