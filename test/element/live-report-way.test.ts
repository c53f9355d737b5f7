import { expect, fixture, html } from '@open-wc/testing';
import { findAccessibilityProblems } from './live-axe.js';
import type { Feed } from '../../src/feed/index.js';
import { liveFeed } from './live-feed.js';
import type { LiveTestHost } from './live-test-host.js';
import './live-test-host.js';

const feedThatTakes = (reports: 'paused' | 'open'): Feed => {
  const feed = liveFeed();
  return { ...feed, community: { ...feed.community!, reports } };
};

async function makeHost(options: LiveTestHost['options'] = {}): Promise<LiveTestHost> {
  const host = document.createElement('live-test-host');
  host.options = options;
  await fixture(html`${host}`);
  return host;
}

describe('the state of reporting', () => {
  it('is prepared when the visitor comes near, and not before', async () => {
    const prepared: string[] = [];
    const host = await makeHost({ prepareReport: (url) => prepared.push(url) });
    await host.show({ feed: liveFeed() });
    await host.press('#toggle-incidents');
    expect(prepared).to.deep.equal([]);
    host.find('#toggle-report').dispatchEvent(new PointerEvent('pointerdown'));
    expect(prepared).to.deep.equal(['https://status.example/v1/services/kik/status.json']);
    host.find('#toggle-report').focus();
    await host.press('#toggle-report');
    expect(prepared).to.have.length(3);
  });

  it('is closed while the operator accepts no reports, also under the visitor’s hands', async () => {
    const host = await makeHost();
    await host.press('#toggle-report');
    expect(host.renderRoot.querySelector('#panel-report')).to.not.equal(null);
    await host.show({ feed: feedThatTakes('paused') });
    expect(host.textOf('[part=report-note]')).to.equal('Reports are paused');
    expect(host.renderRoot.querySelectorAll('#panel-report, [part=report-button]').length).to.equal(
      0,
    );
    expect(await findAccessibilityProblems(host)).to.deep.equal([]);
  });

  it('leads to the service’s own page where this page cannot do the work', async () => {
    const host = await makeHost({ canWork: false });
    const link = host.link('a[part=report-button]');
    expect(link.href).to.equal('https://status.example/kik');
    expect(link.textContent).to.contain('Report a problem');
    expect(host.renderRoot.querySelectorAll('button[part=report-button]').length).to.equal(0);
    await host.show({ feedUrl: 'https://example.org/status/v1/services/kik/status.json?lang=en' });
    expect(host.link('a[part=report-button]').href).to.equal('https://example.org/status/kik');
    expect(await findAccessibilityProblems(host)).to.deep.equal([]);
  });

  for (const feedUrl of [
    'http://status.example/v1/services/kik/status.json',
    `${location.origin}/v1/services/kik/status.json`,
    'https://status.example/feeds/kik.json',
  ]) {
    it(`names the missing https where no such page is secure, ${feedUrl}`, async () => {
      const host = await makeHost({ canWork: false });
      await host.show({ feedUrl });
      expect(host.textOf('[part=report-note]')).to.contain('https');
    });
  }

  it('is open without any work where the server asks for none', async () => {
    const host = await makeHost({ canWork: false });
    await host.show({ feed: feedThatTakes('open') });
    expect(host.find('[part=report-button]').textContent).to.contain('Report a problem');
  });
});
