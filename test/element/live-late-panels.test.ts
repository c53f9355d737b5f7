import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import * as panels from '../../src/element/live/panels.js';
import type { LoadPanels } from '../../src/element/live/panel-loader.js';
import { findAccessibilityProblems } from './live-axe.js';
import type { LiveTestHost } from './live-test-host.js';
import './live-test-host.js';

interface LateFile {
  readonly load: LoadPanels;
  readonly tries: number;
  arrive(): void;
  fail(): void;
}

/** The panels' file, on its way until the test lets it arrive or fail. */
function lateFile(): LateFile {
  const waiting: { arrive: (module: typeof panels) => void; fail: (error: Error) => void }[] = [];
  let tries = 0;
  return {
    load: () =>
      new Promise((arrive, fail) => {
        tries++;
        waiting.push({ arrive, fail });
      }),
    get tries() {
      return tries;
    },
    arrive: () => waiting.splice(0).forEach(({ arrive }) => arrive(panels)),
    fail: () => waiting.splice(0).forEach(({ fail }) => fail(new Error('gone'))),
  };
}

async function makeHost(loadPanels: LoadPanels): Promise<LiveTestHost> {
  const host = document.createElement('live-test-host');
  host.options = { loadPanels };
  await fixture(html`${host}`);
  return host;
}

describe('the late panels', () => {
  it('are not loaded for a visitor who only reads', async () => {
    const file = lateFile();
    await makeHost(file.load);
    expect(file.tries).to.equal(0);
  });

  for (const type of ['pointerenter', 'focusin']) {
    it(`are loaded once on ${type}, before anything is pressed`, async () => {
      const file = lateFile();
      const host = await makeHost(file.load);
      host.find('.section').dispatchEvent(new Event(type));
      host.find('.section').dispatchEvent(new Event(type));
      expect(file.tries).to.equal(1);
      file.arrive();
      await host.press('#toggle-guide');
      expect(host.textOf('#guide-title')).to.equal('Is it Kik, or only me?');
    });
  }

  it('keep their place free until they are loaded', async () => {
    const file = lateFile();
    const host = await makeHost(file.load);
    await host.press('#toggle-incidents');
    expect(host.find('#panel-incidents').ariaBusy).to.equal('true');
    expect(await findAccessibilityProblems(host)).to.deep.equal([]);
    file.arrive();
    await waitUntil(() => host.renderRoot.querySelector('[part=incident]'), 'incidents are shown');
  });

  it('show nothing when the panel was closed meanwhile', async () => {
    const file = lateFile();
    const host = await makeHost(file.load);
    await host.press('#toggle-incidents');
    await host.press('#toggle-incidents');
    file.arrive();
    await host.press('#toggle-report');
    expect(host.renderRoot.querySelector('#panel-incidents')).to.equal(null);
    expect(host.find('#panel-report')).to.be.an.instanceof(HTMLElement);
  });

  it('report that they could not be loaded, and are tried again', async () => {
    const file = lateFile();
    const host = await makeHost(file.load);
    await host.press('#toggle-related');
    file.fail();
    await waitUntil(
      () => host.renderRoot.querySelector('[part=retry-button]'),
      'the retry button is shown',
    );
    expect(host.textOf('#panel-related')).to.equal('This could not be loaded. Try again');
    expect(await findAccessibilityProblems(host)).to.deep.equal([]);
    await host.press('[part=retry-button]');
    expect(file.tries).to.equal(2);
    file.arrive();
    await waitUntil(() => host.renderRoot.querySelector('[part=related-service]'), 'it is shown');
  });

  it('are not needed for reporting', async () => {
    const file = lateFile();
    const host = await makeHost(file.load);
    await host.press('#toggle-report');
    expect(host.find('.choices')).to.be.an.instanceof(HTMLElement);
  });
});
