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
    const copies = [...first.parentElement!.children] as OutageStatusElement[];
    await Promise.all(copies.map((copy) => nextEvent(copy, 'outage-load')));
    return { server, copies };
  };
  const count = (copies: OutageStatusElement[], holds: (copy: OutageStatusElement) => unknown) =>
    copies.filter(holds).length;

  const isWhole = ({ shadowRoot }: OutageStatusElement) =>
    ['breakdown', 'footer', 'actions'].every((part) => shadowRoot!.querySelector(`[part=${part}]`));

  it('are drawn whole near the view, and have their heads and events everywhere', async () => {
    const { copies } = await placeAll({ [KIK]: { body: freshFeed() } });
    while (!isWhole(copies[0]!)) await nextFrame();
    const last = copies.at(-1)!;
    expect(isWhole(last)).to.equal(false);
    expect(last.shadowRoot!.querySelector('[part=badge]')!.textContent).to.include('Partial');
    last.scrollIntoView();
    while (!isWhole(last)) await nextFrame();
    expect(count(copies, isWhole)).to.be.lessThan(COPIES);
  });

  it('are all drawn whole for a print, and when most of them leave', async () => {
    const { copies } = await placeAll({ [KIK]: { body: freshFeed() } });
    while (!isWhole(copies[0]!)) await nextFrame();
    dispatchEvent(new Event('beforeprint'));
    while (count(copies, isWhole) < COPIES) await nextFrame();
    const { copies: others } = await placeAll({ [KIK]: { body: freshFeed() } });
    for (const copy of [...copies, ...others.slice(20)]) copy.remove();
    for (const copy of others.slice(0, 20)) copy.requestUpdate();
    while (count(others, isWhole) < 20) await nextFrame();
  });

  it('skip their layout far out of view, which a few on a page always do', async () => {
    const { copies } = await placeAll({ [KIK]: { body: freshFeed() } });
    const isSkipped = (copy: OutageStatusElement) =>
      getComputedStyle(copy).contentVisibility === 'auto';
    expect(count(copies, isSkipped)).to.equal(COPIES);
    // Firefox would give them no height if they were size containers too.
    expect(copies.at(-1)!.offsetHeight).to.be.greaterThan(300);
    for (const copy of copies.slice(20)) copy.remove();
    copies[0]!.requestUpdate();
    await copies[0]!.updateComplete;
    expect(isSkipped(copies[0]!)).to.equal(false);
  });

  it('show a change in turns, with one request, and each fires one event', async () => {
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
