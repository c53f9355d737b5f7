import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import {
  writeChangeMail,
  writeConfirmMail,
  writePushPayload,
} from '../../src/render/notify-mail.js';
import { renderLanguage } from '../../src/render/render-language.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { openStore } from '../../src/store/open-store.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { makeFolder, startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);
const LATIN = 'Kik (beta)';
const ARABIC = 'خدمة (تجريبية)';

const ISOLATES = /[\u2066-\u2069]/u;
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** What the server writes about a service that has a past and an open incident, by the name of the rendering. */
async function readRenderings(
  t: TestContext,
  name: string,
  tag: 'en' | 'ar',
): Promise<Record<string, string>> {
  const store = await openStore(readSettings({ DATA_DIR: await makeFolder(t) }));
  t.after(() => store.close());
  const decision = { serviceId: 'kik', memory: '{}', revision: 0 };
  const atMs = NOW_MS - 60 * 60_000;
  await store.decisions.writeDecision({ ...decision, status: 'operational', sinceMs: atMs }, 0);
  const sinceMs = NOW_MS - 30 * 60_000;
  await store.decisions.writeDecision({ ...decision, status: 'partial_outage', sinceMs }, 1);
  const official = {
    status: 'partial_outage' as const,
    url: 'https://status.example/',
    checkedAt: new Date(NOW_MS - 30_000).toISOString(),
    affected: { count: 1, total: 4, names: [name] },
    incidents: [
      {
        id: 'open-one',
        title: `Trouble at ${name}`,
        status: 'investigating' as const,
        impact: 'major' as const,
        startedAt: new Date(sinceMs).toISOString(),
        endedAt: null,
        source: 'official' as const,
      },
    ],
  };
  await store.official.writeOfficial('kik', official);
  await store.official.recordVendorIncidents('kik', official.incidents, NOW_MS);
  const catalog = makeCatalog(makeService({ name }));
  const { url } = await startServer(
    t,
    {
      PUBLIC_URL: 'https://status.example',
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 's@host.example',
    },
    { store, catalog, now: () => NOW_MS },
  );
  const lang = `lang=${tag}`;
  const page = encodeURIComponent(`https://status.example/kik?${lang}`);
  const query = encodeURIComponent(`${name} or else`);
  const paths = {
    page: `/kik?${lang}`,
    'page of the past': `/kik/history?${lang}`,
    frame: `/embed/kik?${lang}`,
    'compact frame': `/embed/kik?${lang}&look=compact`,
    list: `/services?${lang}`,
    'list without a match': `/services?${lang}&q=${query}`,
    builder: `/embed?service=${encodeURIComponent(name)}&${lang}&language=${tag}`,
    'builder of a link': `/embed?service=kik&as=link&place=chat&${lang}&language=${tag}`,
    'builder without a match': `/embed?service=${query}&place=${query}&${lang}&language=${tag}`,
    'oEmbed in JSON': `/oembed?url=${page}`,
    'oEmbed in XML': `/oembed?url=${page}&format=xml`,
    'Atom feed': `/kik.atom?${lang}`,
    badge: `/badge/kik.svg?${lang}`,
    'description of the badge': `/badge/kik.json?${lang}`,
    feed: '/v1/services/kik/status.json',
    history: '/v1/services/kik/history.json',
    ...(tag === 'en' && { decision: '/kik/decision' }),
  };
  const language = renderLanguage(tag);
  const change = {
    serviceId: 'kik',
    revision: 2,
    from: 'operational',
    to: 'major_outage',
    atMs,
  } as const;
  const message = { kind: 'outage', service: { id: 'kik', name }, change, language } as const;
  const urls = { server: 'https://status.example', unsubscribe: 'https://status.example/u' };
  const texts: Record<string, string> = {
    mail: Object.values(writeChangeMail(message, urls)).join('\n'),
    'mail about the end': Object.values(
      writeChangeMail({ ...message, kind: 'recovery' }, urls),
    ).join('\n'),
    'mail to confirm': Object.values(
      writeConfirmMail(name, language, 'https://status.example/c'),
    ).join('\n'),
    'push message': writePushPayload(message, 'https://status.example'),
  };
  for (const [what, path] of Object.entries(paths)) {
    texts[what] = await (await fetch(url + path)).text();
  }
  return texts;
}

/** Renderings that show the name in a sentence; the others have it alone, or in an element of its own. */
const SENTENCES = [
  'page',
  'page of the past',
  'frame',
  'compact frame',
  'list without a match',
  'builder',
  'builder of a link',
  'builder without a match',
  'oEmbed in JSON',
  'oEmbed in XML',
  'Atom feed',
  'mail',
  'mail about the end',
  'mail to confirm',
  'push message',
];

describe('renderings of all kinds', () => {
  test('hold no invisible isolates where everything runs from the left', async (t) => {
    for (const [what, text] of Object.entries(await readRenderings(t, LATIN, 'en'))) {
      assert.ok(text.includes('Kik') || what === 'list without a match', `${what}: ${text}`);
      assert.doesNotMatch(text, ISOLATES, what);
    }
  });

  test('isolate an Arabic name in an English text, each time', async (t) => {
    const texts = await readRenderings(t, ARABIC, 'en');
    for (const what of SENTENCES) {
      const text = texts[what] ?? '';
      assert.ok(text.includes(isolated(ARABIC)) || /without/.test(what), `${what}: ${text}`);
      assert.match(text, ISOLATES, what);
    }
    const { 'Atom feed': atom = '' } = texts;
    const titles = [...atom.matchAll(/<title>(.*?)<\/title>/g)].map(([, title = '']) => title);
    assert.ok(titles.length >= 4, atom);
    for (const title of titles) assert.ok(title.includes(isolated(ARABIC)), title);
  });

  test('isolate a Latin name in an Arabic text', async (t) => {
    const texts = await readRenderings(t, LATIN, 'ar');
    for (const what of SENTENCES) {
      const text = texts[what] ?? '';
      assert.ok(text.includes(isolated(LATIN)) || /without/.test(what), `${what}: ${text}`);
      assert.match(text, ISOLATES, what);
    }
  });

  test('leave an Arabic name in an Arabic text as it is', async (t) => {
    const texts = await readRenderings(t, ARABIC, 'ar');
    for (const [what, text] of Object.entries(texts)) {
      assert.ok(!text.includes(isolated(ARABIC)), `${what}: ${text}`);
    }
  });
});
