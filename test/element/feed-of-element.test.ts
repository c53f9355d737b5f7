import { expect } from '@open-wc/testing';
import { FeedError } from '../../src/index.js';
import { scriptFeed } from '../support/feed-server.client.js';
import {
  calmFeed,
  clearPage,
  freshFeed,
  nextEvent,
  place,
  textOf,
  until,
} from './widget-test-page.js';

const KIK = 'v1/services/kik/status.json';
const DISCORD = 'v1/services/discord/status.json';
const feedRequests = async (server: Awaited<ReturnType<typeof scriptFeed>>) =>
  (await server.look()).requests.filter(({ path }) => path.endsWith('status.json'));

describe('an element and its feed', () => {
  afterEach(clearPage);

  it('asks the server of its attribute for its service and shows the answer', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    const { feed } = await nextEvent(element, 'outage-load');
    expect(feed.service.name).to.equal('Kik');
    expect(element.status).to.equal('partial_outage');
    expect(textOf(element, '[part=badge]')).to.equal('Partial outage');
    expect(textOf(element, '[part=summary]')).to.equal(
      'Users report a partial outage; Kik says all is well.',
    );
    expect(textOf(element, '[part=count]')).to.equal('184 reports in the last hour usually 13');
  });

  it('asks once for two attributes that are set together', async () => {
    const server = await scriptFeed({
      [KIK]: { body: freshFeed() },
      [DISCORD]: { body: calmFeed() },
    });
    const element = place('<outage-status></outage-status>');
    element.server = server.baseUrl;
    element.service = 'kik';
    await nextEvent(element, 'outage-load');
    expect((await feedRequests(server)).length).to.equal(1);
  });

  it('asks once however many elements show the same feed', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    const tag = `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`;
    const first = place(tag.repeat(20));
    const last = first.parentElement!.lastElementChild as typeof first;
    await Promise.all([nextEvent(first, 'outage-load'), nextEvent(last, 'outage-load')]);
    expect((await feedRequests(server)).length).to.equal(1);
  });

  it('keeps its feed when it is moved in the document, and requests nothing', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    await nextEvent(element, 'outage-load');
    const elsewhere = place('<p><outage-status></outage-status></p>').parentElement!;
    elsewhere.append(element);
    await element.updateComplete;
    expect(textOf(element, '[part=badge]')).to.equal('Partial outage');
    await new Promise((resolve) => setTimeout(resolve));
    expect((await feedRequests(server)).length).to.equal(1);
  });

  it('aborts its request when it is removed', async () => {
    const server = await scriptFeed({ [KIK]: { isHeld: true, body: freshFeed() } });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    await until(element, () => element.matches(':state(loading)'));
    while ((await feedRequests(server)).length === 0);
    element.remove();
    let seen = await feedRequests(server);
    while (!seen[0]?.isAborted) seen = await feedRequests(server);
    expect(seen.length).to.equal(1);
  });

  it('drops a late answer for the service it showed before', async () => {
    const server = await scriptFeed({
      [KIK]: { isHeld: true, body: freshFeed() },
      [DISCORD]: { body: calmFeed({ service: { id: 'discord', name: 'Discord' } }) },
    });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    while ((await feedRequests(server)).length === 0);
    element.service = 'discord';
    await nextEvent(element, 'outage-load');
    await server.release();
    await element.refreshNow();
    expect(textOf(element, '[part=name]')).to.equal('Discord');
    expect(element.status).to.equal('operational');
  });

  it('shows the new status and fires an event, but not on first render', async () => {
    const server = await scriptFeed({ [KIK]: [{ body: calmFeed() }, { body: freshFeed({}, 0) }] });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    const changes: string[] = [];
    element.addEventListener('outage-status-change', (event) =>
      changes.push(`${event.from} → ${event.to}`),
    );
    await nextEvent(element, 'outage-load');
    expect(changes).to.deep.equal([]);
    await element.refreshNow();
    await until(element, () => element.status === 'partial_outage');
    expect(changes).to.deep.equal(['operational → partial_outage']);
    expect(element.matches(':state(problem)')).to.equal(true);
  });

  it('keeps the last good feed on screen when a request fails, and says that it is not updating', async () => {
    const server = await scriptFeed({ [KIK]: [{ body: freshFeed() }, { status: 500 }] });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    await nextEvent(element, 'outage-load');
    const failed = nextEvent(element, 'outage-error');
    await element.refreshNow();
    expect((await failed).error.httpStatus).to.equal(500);
    expect(textOf(element, '[part=badge]')).to.equal('Partial outage');
    expect(textOf(element, '[part=footer]')).to.contain('not updating');
  });

  it('never shows a stale feed as current', async () => {
    const old = calmFeed({ generatedAt: new Date(Date.now() - 400_000).toISOString() });
    const server = await scriptFeed({ [KIK]: { body: old } });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    await nextEvent(element, 'outage-load');
    expect(element.status).to.equal('unknown');
    expect(element.matches(':state(stale)')).to.equal(true);
    expect(textOf(element, '[part=badge]')).to.equal('Unknown');
    expect(textOf(element, '[part=summary]')).to.match(
      /^No current data\. Last known 6 minutes ago/,
    );
  });

  it("keeps the page's fallback when the first request fails, and can try again", async () => {
    const server = await scriptFeed({ [KIK]: [{ status: 404 }, { body: freshFeed() }] });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"><a href="#">Kik status</a></outage-status>`,
    );
    const { error } = await nextEvent(element, 'outage-error');
    expect(error.code).to.equal('http');
    expect(element.shadowRoot!.querySelector('slot')!.assignedElements()[0]!.textContent).to.equal(
      'Kik status',
    );
    const loaded = nextEvent(element, 'outage-load');
    element.shadowRoot!.querySelector('button')!.click();
    await loaded;
    expect(textOf(element, '[part=badge]')).to.equal('Partial outage');
  });

  it('names the wrong place of a document that is not a feed', async () => {
    const feed = freshFeed();
    const body = { ...feed, community: { ...feed.community, reportCount: '184' } };
    const server = await scriptFeed({ [KIK]: { body } });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    const { error } = await nextEvent(element, 'outage-error');
    expect([error.code, error.message]).to.deep.equal([
      'invalid',
      'community.reportCount: expected integer, got "184"',
    ]);
  });

  it('names an attribute that it cannot use', async () => {
    const element = document.createElement('outage-status');
    element.service = 'kik';
    element.server = 'javascript:alert(1)';
    const failed = nextEvent(element, 'outage-error');
    document.body.append(element);
    expect((await failed).error.message).to.match(/^server: expected an http\(s\) URL/);
    element.remove();
  });

  it('has an error for what cannot become an address, once, and of the documented class', async () => {
    const element = place('<outage-status></outage-status>');
    const errors: FeedError[] = [];
    element.addEventListener('outage-error', ({ error }) => errors.push(error));
    // Half of a surrogate pair, which no address can hold.
    element.service = '\ud800';
    element.server = 'https://status.example';
    await element.updateComplete;
    element.headingLevel = 2;
    await element.updateComplete;
    expect(errors.map((error) => [error instanceof FeedError, error.code])).to.deep.equal([
      [true, 'invalid'],
    ]);
  });

  it('waits for a press with load="click"', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    const element = place(
      `<outage-status service="kik" load="click" server="${server.baseUrl}"></outage-status>`,
    );
    await element.updateComplete;
    const button = element.shadowRoot!.querySelector('button')!;
    expect(button.textContent).to.equal('Show live status');
    expect(await feedRequests(server)).to.deep.equal([]);
    button.click();
    await nextEvent(element, 'outage-load');
    expect((await feedRequests(server)).length).to.equal(1);
  });

  it('waits with load="visible" until it is nearly on screen', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    const element = place(
      `<div style="height: 400vh"></div><outage-status service="kik" load="visible" server="${server.baseUrl}"></outage-status>`,
    );
    await element.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(await feedRequests(server)).to.deep.equal([]);
    element.scrollIntoView();
    await nextEvent(element, 'outage-load');
  });

  it('reads a vendor page by src and offers no report', async () => {
    const server = await scriptFeed({
      'api/v2/summary.json': {
        body: {
          page: {
            id: 'x',
            name: 'Example',
            url: 'https://status.example',
            updated_at: '2026-11-22T08:00:00Z',
          },
          status: { indicator: 'major', description: 'Partial System Outage' },
          components: [],
          incidents: [],
          scheduled_maintenances: [],
        },
      },
    });
    const element = place(
      `<outage-status src="${server.crossOriginBaseUrl}api/v2/summary.json"></outage-status>`,
    );
    await nextEvent(element, 'outage-load');
    expect(element.status).to.equal('partial_outage');
    expect(element.feed!.community).to.equal(null);
    expect(textOf(element, '[part=summary]')).to.equal('Example itself reports a partial outage.');
    await until(element, () => element.shadowRoot!.querySelector('[part=actions]'));
    expect(element.shadowRoot!.querySelector('[part=report-button]')).to.equal(null);
  });

  it('reads a page by the named format, where its content does not reveal one', async () => {
    const server = await scriptFeed({ 'summary.json': { body: [] }, 'other.json': { body: [] } });
    const address = `${server.crossOriginBaseUrl}summary.json`;
    const named = place(`<outage-status src="${address}#x" format="upptime"></outage-status>`);
    await nextEvent(named, 'outage-load');
    expect(named.status).to.equal('unknown');

    const messageOf = async (attributes: string): Promise<string> => {
      const element = place(`<outage-status ${attributes}></outage-status>`);
      return (await nextEvent(element, 'outage-error')).error.message;
    };
    expect(await messageOf(`src="${address}"`)).to.match(/^the document: .* got an empty list$/);
    expect(await messageOf(`src="${address}" format="upptim"`)).to.match(
      /^format: expected one of statuspage, .* got upptim$/,
    );
  });

  it('stops and restarts its updates when the visitor asks for it', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    await nextEvent(element, 'outage-load');
    const button = element.shadowRoot!.querySelector<HTMLButtonElement>('[part=footer] button')!;
    button.click();
    await element.updateComplete;
    expect(element.matches(':state(paused)')).to.equal(true);
    expect(button.textContent.trim()).to.equal('Resume updates');
  });
});
