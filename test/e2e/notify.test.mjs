import assert from 'node:assert/strict';
import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { engines, waitFor } from './support/browser.mjs';
import { closePages, launch } from './support/shared-browser.mjs';
import { sendReports, startServer } from './support/server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ANN = 'ann@mail.example';

/** An SMTP server that keeps what it is sent; `next()` waits for one more mail. */
const startMailServer = async () => {
  const mails = [];
  const waiting = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 1,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, callback) => {
      void (async () => {
        mails.push(await simpleParser(stream));
        callback();
        waiting.shift()?.();
      })();
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    next: async () => {
      if (mails.length === 0) await new Promise((resolve) => waiting.push(resolve));
      return mails.shift();
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

/** A stand-in for a push service, and a browser's keys for it; what it is sent is decrypted in the server's own tests. */
const startPushService = async () => {
  let heard;
  const pushed = new Promise((resolve) => {
    heard = resolve;
  });
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(201).end();
      heard(request.headers);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return {
    pushed,
    subscription: {
      endpoint: `http://127.0.0.1:${server.address().port}/1`,
      keys: {
        p256dh: pair.getPublicKey('base64url'),
        auth: randomBytes(16).toString('base64url'),
      },
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const linkIn = ({ text }, part) => text.split(/\s+/).find((word) => word.includes(part));

const reportOutage = (url, service) => sendReports(url, service, 'messages', 1, 120);

for (const engine of engines) {
  describe(`notifications in ${engine}`, () => {
    let mail;
    let push;
    let server;
    let browser;

    before(async () => {
      mail = await startMailServer();
      push = await startPushService();
      server = await startServer({
        SMTP_URL: mail.url,
        MAIL_FROM: 'Status <status@host.example>',
        PUSH_NETWORKS: '127.0.0.1/32',
      });
      browser = await launch(engine);
    });
    after(async () => {
      await closePages(browser);
      await server?.stop();
      push?.close();
      await mail?.close();
    });

    const audit = async (page, what) => {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${what} is ${overflow} px too wide`);
      // Axe reads the same in every engine.
      if (engine !== engines[0]) return;
      await page.evaluate(AXE);
      const findings = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      });
      assert.deepEqual(findings, [], what);
    };

    const pressEnter = async (page) => {
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    };

    it('lead by mail and keyboard alone, at 320 pixels, from the form to the first mail and out again', async () => {
      const page = await browser.newPage({ type: 'window' });
      const problems = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      await page.setViewport({ width: 320, height: 900 });
      for (const lang of ['ar', 'en']) {
        await page.goto(`${server.url}/discord?lang=${lang}`);
        await waitFor(page, () => !document.querySelector('#notify-push').hidden);
        await audit(page, `page ${lang}`);
      }
      await page.focus('#notify-email');
      await page.keyboard.type(ANN);
      await pressEnter(page);
      await audit(page, 'asked');
      await page.goto(linkIn(await mail.next(), '/notify/confirm'));
      await audit(page, 'confirm');
      await page.focus('main button');
      await pressEnter(page);
      assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Confirmed');
      await audit(page, 'confirmed');
      const link = await page.$eval('main a', (one) => one.href);
      assert.equal(link, `${server.url}/discord`);

      await reportOutage(server.url, 'discord');
      const outage = await mail.next();
      assert.equal(outage.subject, 'Discord: users report problems');
      await page.goto(linkIn(outage, '/notify/unsubscribe'));
      await audit(page, 'unsubscribe');
      await page.focus('main button');
      await pressEnter(page);
      assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Unsubscribed');
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('are requested in the browser, shown again after a reload, changed, and ended', async () => {
      const page = await browser.newPage({ type: 'window' });
      // The one part that only a vendor's push service can play.
      await page.evaluateOnNewDocument((subscription) => {
        let current = null;
        PushManager.prototype.subscribe = async function subscribe(options) {
          globalThis.keyGiven = options.applicationServerKey;
          current = subscription;
          return current;
        };
        PushManager.prototype.getSubscription = async () =>
          current ?? (location.hash === '#known' ? subscription : null);
      }, push.subscription);
      const press = (pattern) =>
        waitFor(
          page,
          (source) => {
            const button = document.querySelector('#notify-push:not([hidden]) button');
            const ready = button && !button.disabled && new RegExp(source).test(button.textContent);
            if (ready) button.click();
            return ready;
          },
          pattern,
        );
      const says = (text) =>
        waitFor(
          page,
          (wanted) => document.querySelector('#notify-push [role=status]').textContent === wanted,
          text,
        );
      await page.goto(`${server.url}/kik`);
      await press('^Notify this browser$');
      await says('This browser will be notified.');
      assert.equal(
        await page.evaluate(() => globalThis.keyGiven),
        await page.$eval('#notify-push', (box) => box.dataset.key),
      );
      // The worker stands by, and controls no page.
      const scope = await page.evaluate(async () => {
        const [registration] = await navigator.serviceWorker.getRegistrations();
        return [registration.scope, navigator.serviceWorker.controller === null];
      });
      assert.deepEqual(scope, [`${server.url}/assets/`, true]);
      await audit(page, 'notified');
      await page.goto('about:blank');
      await page.goto(`${server.url}/kik#known`);
      await waitFor(page, () =>
        document.querySelector('#notify-push button').textContent.startsWith('Stop'),
      );
      await page.select('#notify-wants', 'recovery');
      await says('This browser will be notified.');
      await page.goto('about:blank');
      await page.goto(`${server.url}/kik#known`);
      await waitFor(page, () => document.querySelector('#notify-wants').value === 'recovery');
      await press('^Stop');
      await says('This browser will no longer be notified.');
      await page.goto('about:blank');
      await page.goto(`${server.url}/kik#known`);
      await press('^Notify this browser$');
      await says('This browser will be notified.');
      await reportOutage(server.url, 'kik');
      assert.equal((await push.pushed)['content-encoding'], 'aes128gcm');
      await page.close();
    });

    it('give the reason on an iPhone why there is no button, outside the home screen only', async () => {
      const page = await browser.newPage({ type: 'window' });
      await page.setViewport({ width: 320, height: 900 });
      const isSaid = () => page.$eval('#notify-home', (hint) => hint.checkVisibility());
      await page.goto(`${server.url}/kik`);
      await waitFor(page, () => !document.querySelector('#notify-push').hidden);
      assert.equal(await isSaid(), false);
      // What tells Safari on these devices from every other browser.
      await page.evaluateOnNewDocument(() => {
        delete globalThis.PushManager;
        navigator.standalone = location.hash === '#home';
      });
      for (const [lang, words] of [
        ['en', 'Home Screen'],
        ['ar', 'الشاشة الرئيسية'],
      ]) {
        await page.goto(`${server.url}/kik?lang=${lang}`);
        await waitFor(page, () => !document.querySelector('#notify-home').hidden);
        assert.ok((await page.$eval('#notify-home', (hint) => hint.textContent)).includes(words));
        assert.equal(await page.$eval('#notify-push', (box) => box.hidden), true);
        await audit(page, `hint ${lang}`);
      }
      await page.goto('about:blank');
      await page.goto(`${server.url}/kik#home`);
      await page.evaluate(() => import(new URL('assets/notify.js', location)));
      assert.equal(await isSaid(), false);
      await page.close();
    });

    // Firefox's remote protocol can neither switch scripts off nor deliver a push.
    if (engine === 'chromium') {
      it('are complete without JavaScript: the form works, and no button is dead', async () => {
        const page = await browser.newPage({ type: 'window' });
        await page.setJavaScriptEnabled(false);
        await page.goto(`${server.url}/kik`);
        assert.equal(await page.$eval('#notify-push', (box) => box.offsetHeight), 0);
        await page.type('#notify-email', 'bob@mail.example');
        await page.select('#notify-wants', 'outage');
        await pressEnter(page);
        assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Check your inbox');
        assert.equal((await mail.next()).to.text, 'bob@mail.example');
        await page.close();
      });

      it('follow the browser to a new endpoint, by the service worker and by the page', async () => {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        const subscriptionAt = (name) => ({
          ...push.subscription,
          endpoint: new URL(`/${name}`, push.subscription.endpoint).href,
        });
        // The name of the present endpoint is in the address, as only a vendor's push service could change it.
        await page.evaluateOnNewDocument(
          (endpoints) => {
            const find = async () => endpoints[location.hash.slice(1)] ?? null;
            PushManager.prototype.subscribe = find;
            PushManager.prototype.getSubscription = find;
          },
          Object.fromEntries(['a', 'd'].map((name) => [name, subscriptionAt(name)])),
        );
        await page.goto(`${server.url}/kik#a`);
        await waitFor(page, () => {
          const button = document.querySelector('#notify-push:not([hidden]) button');
          const isReady = button?.textContent === 'Notify this browser';
          if (isReady) button.click();
          return isReady;
        });
        const wantsOf = (name) =>
          page.evaluate(
            async (body) => {
              const init = {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body,
              };
              return (await (await fetch('notify/push/kik/look', init)).json()).wants;
            },
            JSON.stringify({ endpoint: subscriptionAt(name).endpoint }),
          );
        const waitForWish = async (name) => {
          while ((await wantsOf(name)) === null) await new Promise((done) => setTimeout(done, 50));
        };
        await waitForWish('a');
        const findWorker = async () =>
          (
            await context.waitForTarget(
              (target) => target.type() === 'service_worker' && target.url().startsWith(server.url),
            )
          ).worker();
        // Events of a script cannot be waited for; the worker does its work all the same.
        const change = async (given, subscribed) =>
          (await findWorker()).evaluate(
            (fields, next) => {
              globalThis.asked = undefined;
              PushManager.prototype.subscribe = async (options) => {
                globalThis.asked = options;
                return next;
              };
              dispatchEvent(
                Object.assign(new Event('pushsubscriptionchange'), { waitUntil() {} }, fields),
              );
            },
            given,
            subscribed,
          );
        // Browsers that name neither subscription.
        await change({}, subscriptionAt('b'));
        await waitForWish('b');
        assert.equal(await wantsOf('a'), null);
        const key = await page.$eval('#notify-push', (box) => box.dataset.key);
        assert.deepEqual(await (await findWorker()).evaluate(() => globalThis.asked), {
          userVisibleOnly: true,
          applicationServerKey: key,
        });
        // Browsers that name both.
        const newSubscription = subscriptionAt('c');
        await change({ oldSubscription: subscriptionAt('b'), newSubscription }, null);
        await waitForWish('c');
        assert.equal(await wantsOf('b'), null);
        assert.equal(await (await findWorker()).evaluate(() => globalThis.asked), undefined);
        // Browsers that say nothing: the page notices.
        await page.goto('about:blank');
        await page.goto(`${server.url}/kik#d`);
        await waitFor(page, () =>
          document.querySelector('#notify-push button').textContent.startsWith('Stop'),
        );
        assert.equal(await wantsOf('c'), null);
        await context.close();
      });

      it('are shown by the service worker in its language, and replace the older ones', async () => {
        await browser.defaultBrowserContext().overridePermissions(server.url, ['notifications']);
        const page = await browser.newPage({ type: 'window' });
        await page.goto(`${server.url}/kik`);
        await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.register('assets/push-worker.js');
          while (registration.active?.state !== 'activated') {
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        });
        const client = await page.createCDPSession();
        const registered = new Promise((resolve) => {
          client.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
            const found = registrations.find(({ scopeURL }) => scopeURL.startsWith(server.url));
            if (found) resolve(found.registrationId);
          });
        });
        await client.send('ServiceWorker.enable');
        const registrationId = await registered;
        const deliver = (data) =>
          client.send('ServiceWorker.deliverPushMessage', {
            origin: server.url,
            registrationId,
            data: JSON.stringify(data),
          });
        // A browser drops what it pushes while the worker does not start in time, as on a busy machine: it is pushed
        // again then, and replaces itself.
        const shows = async (data, count) => {
          for (let tries = 1; ; tries += 1) {
            await deliver(data);
            try {
              return await shown(count, data.title);
            } catch (error) {
              if (tries === 3) throw error;
            }
          }
        };
        const shown = (count, title) =>
          waitFor(
            page,
            async ([wanted, heading]) => {
              const [registration] = await navigator.serviceWorker.getRegistrations();
              const notes = await registration.getNotifications();
              const last = notes.find((note) => note.title === heading);
              return (
                notes.length === wanted &&
                last && { lang: last.lang, dir: last.dir, body: last.body }
              );
            },
            [count, title],
            5000,
          );
        const message = {
          title: 'Kik: users report problems',
          body: 'Major outage · 2026-11-24 09:35 UTC',
          url: `${server.url}/kik`,
          tag: 'outage-status-kik',
          lang: 'en',
          dir: 'ltr',
        };
        assert.deepEqual(await shows(message, 1), {
          lang: 'en',
          dir: 'ltr',
          body: message.body,
        });
        const arabic = { ...message, title: 'ar', lang: 'ar', dir: 'rtl' };
        assert.equal((await shows(arabic, 1)).dir, 'rtl');
        await shows({ ...message, tag: 'outage-status-discord' }, 2);
        await page.close();
      });
    }
  });
}
