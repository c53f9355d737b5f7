// The WordPress pack in WordPress itself. Run by run.mjs, which installs what it needs.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findPrograms } from '../../scripts/engines.mjs';
import { zipPlugin } from '../../scripts/pack-wordpress.mjs';
import { waitFor } from '../e2e/support/browser.mjs';
import { takeBlocks } from '../e2e/support/builder-snippets.mjs';
import { isPainted, openPage } from '../e2e/support/open-page.mjs';
import { startFeedServer } from './support/feed-server.mjs';
import { WORDPRESS } from './support/wordpress-folders.mjs';
import { isWhole, LIMIT_MS, logIn, submit } from './support/wordpress-page.mjs';
import { startWordPress } from './support/wordpress-site.mjs';

describe('the WordPress pack', () => {
  const work = mkdtempSync(join(tmpdir(), 'outage-status-hosts-'));
  const plugin = join(work, 'outage-status.zip');
  const shared = {};
  before(async () => {
    writeFileSync(plugin, zipPlugin());
    shared.feed = await startFeedServer(work);
    shared.browser = await puppeteer.launch({
      executablePath: findPrograms().chromium,
      args: CHROMIUM_FLAGS,
      acceptInsecureCerts: true,
    });
  });
  after(async () => {
    await shared.browser?.close();
    await shared.feed?.stop();
    rmSync(work, { recursive: true });
  });

  const { WORDPRESS_VERSION } = process.env;
  for (const { name, unpack } of WORDPRESS) {
    if (WORDPRESS_VERSION && name !== WORDPRESS_VERSION) continue;
    describe(`in WordPress ${name}`, () => {
      let site;
      let admin;
      let feed;
      let context;
      before(async () => {
        ({ feed } = shared);
        context = await shared.browser.createBrowserContext();
        site = await startWordPress({ unpack, certificate: feed.certificate });
        console.log(`WordPress ${name} is ${site.version}`);
        admin = await logIn(context, site.url, 'administrator');
      });
      after(async () => {
        await context?.close();
        await site?.stop();
      });

      const setServer = (address) =>
        site.php(`update_option( 'outage_status_server', '${address}' );`);
      const allowLoopback = (isAllowed) =>
        site.php(`update_option( 'outage_status_test_loopback', '${isAllowed ? 'yes' : 'no'}' );`);
      const open = (address) => openPage(context, address);
      const take = async (kind) =>
        (await takeBlocks(feed.innerUrl, `service=kik&place=wordpress&as=${kind}`))[0];
      /** The HTML of a post as a visitor gets it. */
      const read = async (link) => (await fetch(link)).text();

      it('is installed from its zip file, and activated', async () => {
        await admin.goto(`${site.url}/wp-admin/plugin-install.php?tab=upload`);
        const input = await admin.$('#pluginzip');
        await input.uploadFile(plugin);
        await submit(admin, '#install-plugin-submit');
        await submit(admin, 'a.button-primary');
        const active = await site.php("echo wp_json_encode( get_option( 'active_plugins' ) );");
        assert.ok(JSON.parse(active).includes('outage-status/outage-status.php'), active);
      });

      it('refuses an address without https on its settings page, and keeps one with it', async () => {
        const enter = async (address) => {
          await admin.goto(`${site.url}/wp-admin/options-general.php?page=outage-status`);
          await admin.$eval(
            '#outage_status_server',
            (field, value) => {
              field.removeAttribute('pattern');
              field.value = value;
            },
            address,
          );
          await submit(admin, '#submit');
          return admin.evaluate(() => ({
            value: document.querySelector('#outage_status_server').value,
            notice: document.querySelector('.settings-error')?.innerText.trim(),
          }));
        };
        const refused = await enter('http://status.example');
        assert.equal(refused.value, '');
        assert.match(refused.notice, /server: expected an https address/);
        const kept = await enter(`${feed.url}/`);
        assert.equal(kept.value, feed.url);
        assert.match(kept.notice, /Settings saved/);
      });

      it('shows the widget of a shortcode, from the site’s own script, with the status in words in the HTML', async () => {
        const { link } = await site.publish('author', '[outage_status service="kik"]');
        const { page, problems } = await open(link);
        await waitFor(page, isPainted, 1, LIMIT_MS);
        const script = await page.$eval('script[src*="outage-status.js"]', ({ src }) => src);
        assert.ok(
          script.startsWith(`${site.url}/wp-content/plugins/outage-status/widget/`),
          script,
        );
        assert.deepEqual(problems, []);
        await page.close();
        // WordPress waits two seconds for the words, which is not enough on a busy machine, and keeps a failure for a minute.
        const words = /<a href="[^"]*\/kik" dir="auto">Kik: [^<]+ as of [^<]+<\/a>/;
        let html = '';
        for (let tries = 0; tries < 10 && !words.test(html); tries += 1) {
          await site.php(
            `global $wpdb; $wpdb->query( "DELETE FROM $wpdb->options WHERE option_name LIKE '%transient%outage_status_%'" );`,
          );
          html = await read(link);
        }
        assert.match(/<outage-status.*<\/outage-status>/.exec(html)?.[0], words);
      });

      it('writes a block in the editor, shows its preview there, and the widget in the post', async () => {
        await admin.goto(`${site.url}/wp-admin/post-new.php`);
        await waitFor(
          admin,
          () => !!globalThis.wp?.blocks?.getBlockType('outage-status/status'),
          undefined,
          LIMIT_MS,
        );
        await admin.evaluate(() => {
          const { createBlock } = wp.blocks;
          wp.data.dispatch('core/editor').editPost({ title: 'Block', status: 'publish' });
          wp.data.dispatch('core/block-editor').insertBlocks(createBlock('outage-status/status'));
        });
        const canvas = await admin.waitForFrame((frame) => frame.name() === 'editor-canvas');
        const field = await canvas.waitForSelector('[data-type="outage-status/status"] input');
        await field.type('kik');
        await field.press('Enter');
        const preview = await admin.waitForFrame((frame) => frame.url().includes('/embed/kik'));
        await waitFor(preview, isPainted, 1, LIMIT_MS);
        const saved = await admin.evaluate(async () => {
          await wp.data.dispatch('core/editor').savePost();
          const editor = wp.data.select('core/editor');
          return { link: editor.getPermalink(), content: editor.getEditedPostContent() };
        });
        assert.equal(saved.content, '<!-- wp:outage-status/status {"service":"kik"} /-->');
        const { page, problems } = await open(saved.link);
        await waitFor(page, isPainted, 1, LIMIT_MS);
        assert.ok(await page.$('.wp-block-outage-status-status > outage-status'));
        assert.deepEqual(problems, []);
        await page.close();
      });

      it('turns an address on a line of its own into a frame without a sandbox that is as high as its content, of an author too', async () => {
        await setServer(feed.url);
        await allowLoopback(true);
        for (const role of ['administrator', 'author']) {
          const { link } = await site.publish(role, `Is it down?\n\n${feed.url}/kik\n\nSo it is.`);
          const { page } = await open(link);
          const frame = await page.waitForSelector('iframe[src*="/embed/kik"]', {
            timeout: LIMIT_MS,
          });
          assert.equal(await frame.evaluate((each) => each.hasAttribute('sandbox')), false);
          const inner = await frame.contentFrame();
          await waitFor(inner, isPainted, 1, LIMIT_MS);
          await waitFor(inner, isWhole, undefined, LIMIT_MS);
          assert.equal(await (await page.$('blockquote a[href$="/kik"]')).isVisible(), false);
          await page.close();
        }
      });

      it('leaves that address the text that it is where the feed server is on the site’s own machine', async () => {
        await allowLoopback(false);
        const { link } = await site.publish('administrator', `Loopback:\n\n${feed.url}/discord`);
        const html = await read(link);
        assert.doesNotMatch(html, /<iframe/);
        assert.ok(html.includes(`<p>${feed.url}/discord</p>`));
      });

      it('without a feed server, WordPress discovers the page by itself, and its sandboxed frame gets its height', async () => {
        await setServer('');
        await allowLoopback(true);
        const { link } = await site.publish('author', `Discovered:\n\n${feed.url}/whatsapp`);
        const { page } = await open(link);
        const frame = await page.waitForSelector('iframe.wp-embedded-content', {
          timeout: LIMIT_MS,
        });
        assert.equal(await frame.evaluate((each) => each.getAttribute('sandbox')), 'allow-scripts');
        const inner = await frame.contentFrame();
        await waitFor(inner, isPainted, 1, LIMIT_MS);
        await waitFor(inner, isWhole, undefined, LIMIT_MS);
        assert.ok(await frame.isVisible());
        assert.equal(await (await page.$('blockquote a[href$="/whatsapp"]')).isVisible(), false);
        await page.close();
        await setServer(feed.url);
      });

      it('keeps block and shortcode of an author who may not write any HTML, and of the snippets what is plain', async () => {
        const stored = {};
        for (const kind of ['element', 'iframe', 'picture']) {
          const snippet = await take(kind);
          const { content } = await site.publish('author', snippet);
          stored[kind] = content;
        }
        const block = '<!-- wp:outage-status/status {"service":"kik","variant":"badge"} /-->';
        assert.equal((await site.publish('author', block)).content, block);
        assert.doesNotMatch(stored.element, /<script|<outage-status|<link/);
        assert.match(stored.element, /<a href="[^"]*\/kik">Kik status<\/a>/);
        assert.match(stored.iframe, /^<div [^<>]*><\/div>\s*$/);
        assert.match(
          stored.picture,
          /<a href="[^"]*\/kik"><img src="[^"]*" alt="Kik status" height="20"/,
        );
      });

      it('keeps the whole snippet of an administrator, and shows its widget', async () => {
        const snippet = await take('element');
        const { content, link } = await site.publish(
          'administrator',
          `<!-- wp:html -->\n${snippet}\n<!-- /wp:html -->`,
        );
        assert.ok(content.includes(snippet));
        const { page, problems } = await open(link);
        await waitFor(page, isPainted, 1, LIMIT_MS);
        assert.deepEqual(problems, []);
        await page.close();
      });
    });
  }
});
