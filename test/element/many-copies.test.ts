import { expect } from '@open-wc/testing';
import type { OutageStatusElement } from '../../src/index.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { calmFeed, clearPage, freshFeed, nextEvent, place } from './widget-test-page.js';

const KIK = 'v1/services/kik/status.json';
const COPIES = 60;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('many copies of one service', () => {
  afterEach(clearPage);

  const placeAll = async (answers: Parameters<typeof scriptFeed>[0]) => {
    const server = await scriptFeed(answers);
    const first = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`.repeat(COPIES),
    );
    await nextEvent(first, 'outage-load');
    return { server, copies: [...first.parentElement!.children] as OutageStatusElement[] };
  };
  const count = (copies: OutageStatusElement[], holds: (copy: OutageStatusElement) => unknown) =>
    copies.filter(holds).length;

  it('get their live part over several frames, and all of them get it', async () => {
    const { copies } = await placeAll({ [KIK]: { body: freshFeed() } });
    const hasActions = (copy: OutageStatusElement) =>
      copy.shadowRoot!.querySelector('[part=actions]');
    const arrived = new Set<number>();
    while (count(copies, hasActions) < COPIES) {
      await nextFrame();
      arrived.add(count(copies, hasActions));
    }
    // None, some, more, all.
    expect(arrived.size).to.be.greaterThan(2);
  });

  it('show a change over several frames, with one request, and each tells it once', async () => {
    const { server, copies } = await placeAll({
      [KIK]: [{ body: calmFeed() }, { body: freshFeed({}, 0) }],
    });
    const told: OutageStatusElement[] = [];
    for (const copy of copies) copy.addEventListener('outage-status-change', () => told.push(copy));
    const asked = copies[0]!.refreshNow();
    const last = copies.at(-1)!.refreshNow();
    await last;
    expect(copies.at(-1)!.status).to.equal('partial_outage');
    await asked;
    expect(told.length).to.be.lessThan(COPIES);
    while (told.length < COPIES) await nextFrame();
    expect(count(copies, ({ status }) => status === 'partial_outage')).to.equal(COPIES);
    await nextFrame();
    expect(told).to.have.length(COPIES);
    const { requests } = await server.look();
    expect(requests.filter(({ path }) => path.endsWith('status.json'))).to.have.length(2);
  });
});
