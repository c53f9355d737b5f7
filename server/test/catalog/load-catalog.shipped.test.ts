import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findKnownPage } from '../../src/catalog/known-page.js';
import { loadCatalog, type CatalogService } from '../../src/catalog/load-catalog.js';

const folder = fileURLToPath(new URL('../../catalog', import.meta.url));

describe('the catalogue that comes with the server', () => {
  let catalog: Map<string, CatalogService>;
  before(async () => {
    catalog = await loadCatalog([folder]);
  });

  it('holds Kik and at least eleven services with an official page', () => {
    const withOfficial = [...catalog.values()].filter(({ official }) => official);
    assert.ok(catalog.has('kik'));
    assert.ok(withOfficial.length >= 11, `only ${withOfficial.length}`);
  });

  it('names the format of every official page, and reads Statuspage from its summary address', () => {
    for (const { id, official } of catalog.values()) {
      if (!official) continue;
      assert.ok(official.format, id);
      if (official.format !== 'statuspage') continue;
      assert.equal(official.feed, `${official.page}/api/v2/summary.json`, id);
    }
  });

  it('names the known page of a website, or the file where that page is written down', () => {
    for (const { id, url, official } of catalog.values()) {
      const known = findKnownPage(url);
      if (known) assert.equal(official?.page, known, id);
    }
    assert.equal(catalog.get('discord')?.official?.page, 'https://discordstatus.com');
    assert.equal(findKnownPage('https://www.dropbox.com/'), 'https://status.dropbox.com');
    assert.equal(findKnownPage('https://paper.dropbox.com/'), 'https://status.dropbox.com');
    assert.equal(findKnownPage('https://com/'), undefined);
    assert.equal(findKnownPage('https://kik.com/'), undefined);
  });

  it('reads the pages of Slack, Google, Apple, AWS and Heroku in their own formats', () => {
    const formats = ['slack', 'gmail', 'icloud', 'aws', 'heroku'].map(
      (id) => catalog.get(id)?.official?.format,
    );
    assert.deepEqual(formats, ['slack', 'google', 'apple', 'aws', 'heroku']);
    assert.deepEqual(catalog.get('gmail')?.official?.components, ['Gmail']);
  });

  it('gives every service an introduction, steps, questions and neighbours', () => {
    for (const { id, guide, related, expectedReportsPerHour } of catalog.values()) {
      assert.ok(guide?.about, id);
      assert.ok(guide.steps.length >= 4, id);
      assert.ok(guide.faq.length >= 3, id);
      assert.ok(related.length >= 2, id);
      assert.ok(expectedReportsPerHour > 0, id);
    }
  });

  it('asks every service at an address of its own, and lets no check alone make a status', () => {
    const urls = [...catalog.values()].flatMap(({ id, checks }) => {
      assert.ok(checks.length >= 1 && checks.length <= 3, id);
      return checks.map(({ url, isTheService }) => {
        assert.ok(url.startsWith('https://') && !isTheService, url);
        return url;
      });
    });
    assert.equal(new Set(urls).size, urls.length);
  });

  it('names the four parts of Kik that can fail, and what fails in each', () => {
    const categories = catalog.get('kik')?.categories ?? [];
    assert.deepEqual(
      categories.map(({ id, label }) => [id, label]),
      [
        ['messages', 'Messages not sending'],
        ['login', 'Login & authentication'],
        ['feed', 'Feed & content not loading'],
        ['app', 'App & website errors'],
      ],
    );
    for (const { description } of categories) assert.ok(description);
  });

  it('leads a Kik user from a restart to support, and answers at least six questions', () => {
    const guide = catalog.get('kik')?.guide;
    assert.deepEqual(
      guide?.steps.map(({ id }) => id),
      [
        'compare',
        'restart',
        'force-close',
        'update-app',
        'update-system',
        'free-memory',
        'network',
        'other-apps',
        'reinstall',
        'contact-support',
      ],
    );
    assert.ok(guide.faq.length >= 6);
  });

  it('holds the two long outages of Kik, and no official page for it', () => {
    const kik = catalog.get('kik');
    assert.equal(kik?.official, undefined);
    assert.deepEqual(
      kik?.incidents.map(({ startedAt }) => startedAt.slice(0, 10)),
      ['2019-11-25', '2016-10-13'],
    );
    const [, long] = kik.incidents;
    assert.equal(
      (Date.parse(long?.endedAt ?? '') - Date.parse(long?.startedAt ?? '')) / 3_600_000,
      24,
    );
  });
});
