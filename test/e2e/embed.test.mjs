import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { takeSnippet } from './support/builder-snippets.mjs';
import { hasButtons, useHostPage, withoutIcon } from './support/host-page.mjs';
import { WORDPRESS_HOST } from './support/wordpress-host.mjs';

for (const engine of engines) {
  describe(`the embed frame on a foreign page in ${engine}`, () => {
    const host = useHostPage(engine);
    const open = async (body, options) => {
      const { page, problems } = await host.open(body, options);
      const frame = await page.waitForFrame((one) => one.url().includes('/embed/'));
      await waitFor(frame, hasButtons, undefined, 20_000);
      return { page, frame, problems };
    };

    it('counts a report in a sandbox that allows nothing but scripts', async () => {
      // Of whole days: the hour of a feed loses old reports meanwhile.
      const countReports = async () => {
        const answer = await fetch(`${host.server.url}/v1/services/discord/history.json?days=2`);
        const { days } = await answer.json();
        return days.reduce((sum, { reportCount }) => sum + reportCount, 0);
      };
      const countBefore = await countReports();
      const { page, frame } = await open(
        `<iframe sandbox="allow-scripts" src="${host.server.url}/embed/discord" width="480" height="700" title="Discord status"></iframe>`,
      );
      assert.equal(await frame.evaluate(() => self.origin), 'null');
      const inWidget = (read) =>
        waitFor(
          frame,
          `(() => { const root = document.querySelector('outage-status').shadowRoot; return (${read})(root); })()`,
        );
      await inWidget((root) => {
        root.querySelector('#toggle-report').click();
        return true;
      });
      await inWidget((root) => {
        const choice = root.querySelector('.choices input');
        choice?.click();
        return !!choice;
      });
      await inWidget((root) => {
        root.querySelector('[part=send-button]').click();
        return true;
      });
      await inWidget((root) => !!root.querySelector('[data-outcome=counted]'));
      assert.ok((await countReports()) > countBefore);
      await page.close();
    });

    for (const [what, sandbox] of [
      ['without a site', 'sandbox="allow-scripts"'],
      ['of the server’s own site', ''],
    ]) {
      it(`counts a report from each of seven frames ${what}, over HTTP/1.1`, async () => {
        const services = what.startsWith('without')
          ? ['kik', 'slack', 'zoom', 'figma', 'twitch', 'notion', 'reddit']
          : ['aws', 'github', 'gmail', 'openai', 'heroku', 'icloud', 'dropbox'];
        const frames = services.map(
          (id) =>
            `<iframe ${sandbox} src="${host.server.url}/embed/${id}" width="300" height="700" title="${id}"></iframe>`,
        );
        const { page } = await host.open(frames.join('\n'));
        const widgets = await Promise.all(
          services.map(async (id) => {
            const frame = await page.waitForFrame((one) => one.url().includes(`/embed/${id}`));
            await waitFor(frame, hasButtons, undefined, 20_000);
            return frame;
          }),
        );
        // Long enough for every frame to have opened what it opens by itself.
        await waitFor(widgets.at(-1), () => performance.now() > 3000);
        const metrics = await (await fetch(`${host.server.url}/v1/metrics`)).text();
        const streamCount = Number(/outage_status_watchers (\d+)/.exec(metrics)[1]);
        assert.equal(streamCount, sandbox ? 0 : 2);
        const outcomes = await Promise.all(
          widgets.map((frame) =>
            frame.evaluate(async () => {
              const widget = document.querySelector('outage-status');
              const { outcome } = await widget.report(widget.feed.community.categories[0].id);
              return outcome;
            }),
          ),
        );
        assert.deepEqual(outcomes, Array(7).fill('counted'));
        await page.close();
      });
    }

    it('gets its height from the helper, from a sandbox too, before and after it has loaded', async () => {
      const { page } = await open(
        `<iframe sandbox="allow-scripts" src="${host.server.url}/embed/kik" width="480" height="120" title="Kik status"></iframe>
        <iframe src="${host.site.origin}/none" width="100" height="120" title="Other"></iframe>
        <script type="module" src="${host.server.url}/assets/embed-host.js"></script>`,
      );
      const height = await waitFor(page, () => {
        const box = document.querySelector('iframe').getBoundingClientRect();
        return box.height > 300 && box.height;
      });
      assert.ok(height < 1500, String(height));
      // The helper once more, after everything is there: the frame is asked.
      await page.evaluate((url) => {
        document.querySelector('iframe').style.height = '120px';
        const script = document.createElement('script');
        script.type = 'module';
        script.src = `${url}/assets/embed-host.js?again`;
        document.body.append(script);
      }, host.server.url);
      await waitFor(page, () => document.querySelector('iframe').clientHeight > 300);
      assert.equal(
        await page.evaluate(() => document.querySelectorAll('iframe')[1].clientHeight),
        120,
      );
      await page.close();
    });

    it('speaks the protocol of WordPress, with a secret given at once or later', async () => {
      const { page, frame } = await open(
        `<iframe sandbox="allow-scripts" class="wp-embedded-content" data-secret="aB3xYz0123" src="${host.server.url}/embed/kik#?secret=aB3xYz0123" width="480" height="200" title="Kik status"></iframe>${WORDPRESS_HOST}`,
      );
      assert.ok((await waitFor(page, () => globalThis.asked > 200 && globalThis.asked)) > 200);
      await frame.evaluate(() => document.querySelector('#full').click());
      assert.equal(await waitFor(page, () => globalThis.linked), `${host.server.url}/kik`);
      // What its own script does to a frame without a secret.
      await page.evaluate(() => {
        globalThis.asked = undefined;
        const iframe = document.querySelector('iframe');
        iframe.dataset.secret = 'second99';
        iframe.src = iframe.src.replace(/#.*/, '#?secret=second99');
      });
      assert.ok((await waitFor(page, () => globalThis.asked)) > 200);
      // Where nothing opens, the address is readable.
      assert.equal(
        await frame.evaluate(() => document.querySelector('#full .address').innerText),
        `${host.server.url}/kik`,
      );
      await page.close();
    });

    it('tells WordPress its height in the frame that is hidden until then', async () => {
      const { page } = await host.open(
        `<iframe sandbox="allow-scripts" data-secret="aB3xYz0123" style="position:absolute;clip:rect(1px,1px,1px,1px)" src="${host.server.url}/embed/kik#?secret=aB3xYz0123" width="480" height="200" title="Kik status"></iframe>${WORDPRESS_HOST}`,
      );
      assert.ok((await waitFor(page, () => globalThis.asked, undefined, 20_000)) > 200);
      await page.close();
    });

    it('shows on pages with a strict policy and on isolated ones, with its pictures', async () => {
      const frame = `<iframe src="${host.server.url}/embed/kik" width="480" height="420" title="Kik status"></iframe>`;
      const policy = `default-src 'none'; frame-src ${host.server.url}; script-src ${host.server.url}; connect-src ${host.server.url}; img-src ${host.server.url}`;
      const picture = `<img crossorigin src="${host.server.url}/badge/kik.svg" alt="Kik status"><img src="${host.server.url}/badge/kik.png" alt="Kik status">`;
      for (const headers of [
        { 'content-security-policy': policy },
        {
          'cross-origin-embedder-policy': 'require-corp',
          'cross-origin-opener-policy': 'same-origin',
        },
      ]) {
        const { page, problems } = await open(frame + picture, { headers });
        const widths = await waitFor(page, () => {
          const images = [...document.images];
          return images.every(({ complete }) => complete) && images.map((one) => one.naturalWidth);
        });
        assert.ok(
          widths.every((width) => width > 50),
          String(widths),
        );
        assert.deepEqual(withoutIcon(problems), []);
        await page.close();
      }
    });

    it('holds the compact widget, which has its room in every width of frame', async () => {
      for (const width of [300, 480]) {
        const { page, frame } = await open(
          `<div style="width:${width}px">${await takeSnippet(host.server.url, 'as=iframe&look=compact')}</div>`,
        );
        await waitFor(frame, hasButtons);
        const { room, height } = await frame.evaluate(() => ({
          room: innerHeight,
          height: document.body.getBoundingClientRect().height,
        }));
        assert.ok(Math.abs(room - height) < 8, `${width} px: ${room} for ${height}`);
        await page.close();
      }
    });

    it('says status and sentence where oEmbed has little room, and grows where its page lets it', async () => {
      const { url } = host.server;
      const query = new URLSearchParams({ url: `${url}/kik`, maxwidth: '300', maxheight: '150' });
      const { html } = await (await fetch(`${url}/oembed?${query}`)).json();
      const sandboxed = html.replace('<iframe', '<iframe sandbox="allow-scripts"');
      const { page } = await host.open(sandboxed);
      const frame = await page.waitForFrame((one) => one.url().includes('look=compact'));
      await waitFor(frame, hasButtons);
      const { room, ...bottoms } = await frame.evaluate(() => {
        const root = document.querySelector('outage-status').shadowRoot;
        const bottom = (element) => element.getBoundingClientRect().bottom;
        return {
          room: innerHeight,
          badge: bottom(root.querySelector('[part=badge]')),
          sentence: bottom(root.querySelector('[part=summary]')),
          link: bottom(document.querySelector('#full')),
        };
      });
      for (const [part, bottom] of Object.entries(bottoms))
        assert.ok(bottom > 0 && bottom <= room, `${part}: ${bottom} of ${room}`);
      assert.equal(await frame.evaluate(() => scrollY), 0);
      await page.close();

      const helped = await host.open(
        `${sandboxed}<script type="module" src="${url}/assets/embed-host.js"></script>`,
      );
      const inner = await helped.page.waitForFrame((one) => one.url().includes('look=compact'));
      await waitFor(inner, hasButtons);
      await waitFor(helped.page, () => document.querySelector('iframe').clientHeight > 200);
      await waitFor(inner, () => {
        const footer = document.querySelector('outage-status').shadowRoot.querySelector('.footer');
        return footer.getBoundingClientRect().height > 0;
      });
      await helped.page.close();
    });

    it('follows the colour scheme of the page it is on', async () => {
      for (const scheme of ['light', 'dark']) {
        const { page, frame } = await open(
          `<iframe src="${host.server.url}/embed/kik" width="480" height="420" title="Kik status"></iframe>`,
          { head: `<style>:root { color-scheme: ${scheme} }</style>` },
        );
        const isDark = await frame.evaluate(
          () => matchMedia('(prefers-color-scheme: dark)').matches,
        );
        assert.equal(isDark, scheme === 'dark');
        await page.close();
      }
    });
  });
}
