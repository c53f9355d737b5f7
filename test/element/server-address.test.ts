import { expect } from '@open-wc/testing';
import { configure } from '../../src/index.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { calmFeed, clearPage, freshFeed, nextEvent, place } from './widget-test-page.js';

const KIK = 'v1/services/kik/status.json';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// In this order: what `configure` has set stays.
describe('the server that configure() sets', () => {
  afterEach(clearPage);

  it('is waited for, without an error', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    const element = place('<outage-status service="kik"></outage-status>');
    const events: string[] = [];
    for (const type of ['outage-error', 'outage-load'] as const)
      element.addEventListener(type, () => events.push(type));
    await element.refreshNow();
    await pause(300);
    expect(events).to.deep.equal([]);
    expect(element.matches(':state(failed)')).to.equal(false);
    expect(element.shadowRoot!.querySelector('[part=retry-button], .summary')).to.equal(null);

    configure({ server: undefined });
    configure({ server: ' \n' });
    (configure as () => void)();
    await pause(50);
    expect(events).to.deep.equal([]);
    const loaded = nextEvent(element, 'outage-load');
    configure({ server: server.baseUrl });
    await loaded;
    expect(element.status).to.equal('partial_outage');
    expect(events).to.deep.equal(['outage-load']);
  });

  it('is followed by elements that are in the page, but not where the tag names one', async () => {
    const [first, second] = await Promise.all([
      scriptFeed({ [KIK]: { body: freshFeed() } }),
      scriptFeed({ [KIK]: { body: calmFeed() } }),
    ]);
    configure({ server: first.baseUrl });
    const element = place('<outage-status service="kik"></outage-status>');
    const own = place(`<outage-status service="kik" server="${first.baseUrl}"></outage-status>`);
    await Promise.all([nextEvent(element, 'outage-load'), nextEvent(own, 'outage-load')]);
    const gone = place('<outage-status service="kik"></outage-status>');
    gone.remove();
    const changed = nextEvent(element, 'outage-load');
    configure({ server: second.baseUrl });
    await changed;
    expect([element.status, own.status, gone.status]).to.deep.equal([
      'operational',
      'partial_outage',
      undefined,
    ]);
  });

  it('may be a URL', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    const element = place('<outage-status service="kik"></outage-status>');
    const loaded = nextEvent(element, 'outage-load');
    configure({ server: new URL(server.baseUrl) as unknown as string });
    await loaded;
    expect(element.status).to.equal('partial_outage');
  });
});

describe('a service that is not there yet', () => {
  afterEach(clearPage);

  it('is waited for like an empty one', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    configure({ server: server.baseUrl });
    const element = place('<outage-status></outage-status>');
    const errors: unknown[] = [];
    element.addEventListener('outage-error', ({ error }) => errors.push(error));
    for (const service of [undefined, null, '', ' ', 5, {}, true, Symbol('x')]) {
      Object.assign(element, { service });
      await element.updateComplete;
      expect(element.matches(':state(failed)')).to.equal(false);
    }
    expect([errors, (await server.look()).requests]).to.deep.equal([[], []]);
    const loaded = nextEvent(element, 'outage-load');
    element.service = 'kik';
    await loaded;
    Object.assign(element, { service: undefined });
    await element.updateComplete;
    expect([element.feed, errors]).to.deep.equal([undefined, []]);
  });
});

describe('an address with white space around it', () => {
  afterEach(clearPage);

  it('is the same without, and none where nothing else is in it', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    for (const attributes of [
      `service="kik" server=" ${server.baseUrl}\n" src=" "`,
      `src="\n${server.baseUrl}${KIK} "`,
    ]) {
      const element = place(`<outage-status ${attributes}></outage-status>`);
      await nextEvent(element, 'outage-load');
      expect(element.status).to.equal('partial_outage');
    }
  });
});
