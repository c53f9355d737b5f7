import { Chart } from 'chart.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { drawTrend } from '../../src/chart/index.js';
import type { LoadTrend, TrendModule } from '../../src/element/live/trend-controller.js';
import { auditedOf, findAccessibilityProblems } from './live-axe.js';
import { liveFeed, surgeCounts } from './live-feed.js';
import type { LiveTestHost } from './live-test-host.js';
import './live-test-host.js';

async function makeHost(
  loadTrend?: LoadTrend,
  language: 'en' | 'ar' = 'en',
): Promise<LiveTestHost> {
  const host = document.createElement('live-test-host');
  host.language = language;
  if (loadTrend) host.options = { loadTrend };
  await fixture(html`${host}`);
  return host;
}

/** The chart's file, on its way until the test lets it arrive. */
function lateFile(): { load: LoadTrend; arrive: () => void } {
  const waiting: ((module: TrendModule) => void)[] = [];
  return {
    load: () => new Promise((resolve) => waiting.push(resolve)),
    arrive: () => waiting.splice(0).forEach((resolve) => resolve({ drawTrend })),
  };
}

const isDrawn = (host: LiveTestHost): boolean => {
  const canvas = host.renderRoot.querySelector('canvas');
  return !!canvas && !!Chart.getChart(canvas);
};

async function openTrend(language: 'en' | 'ar' = 'en'): Promise<LiveTestHost> {
  const host = await makeHost(undefined, language);
  await host.press('#toggle-trend');
  await waitUntil(() => isDrawn(host), 'the chart is drawn');
  return host;
}

/** Colours of the pixels on the canvas that are not transparent. */
function inkOf(canvas: HTMLCanvasElement): Set<string> {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const ink = new Set<string>();
  for (let index = 0; index < data.length; index += 4) {
    if (data[index + 3] === 255) ink.add(data.slice(index, index + 3).join());
  }
  return ink;
}

const chartOf = (host: LiveTestHost): Chart => Chart.getChart(host.canvas)!;

const accentOf = (host: LiveTestHost): string =>
  getComputedStyle(host.find('.sample-counts')).borderBlockStartColor;

describe('the trend', () => {
  it('is not loaded before the visitor opens it', async () => {
    let loads = 0;
    const host = await makeHost(async () => {
      loads++;
      return { drawTrend };
    });
    await host.press('#toggle-incidents');
    expect(loads).to.equal(0);
    await host.press('#toggle-trend');
    expect(loads).to.equal(1);
  });

  it('reserves the space of the chart while it loads, so that nothing moves when it comes', async () => {
    const file = lateFile();
    const host = await makeHost(file.load);
    await host.press('#toggle-trend');
    expect(host.textOf('.plot')).to.equal('Loading the chart');
    const before = host.find('.panel').getBoundingClientRect().height;
    file.arrive();
    await waitUntil(() => isDrawn(host), 'the chart is drawn');
    expect(host.find('.panel').getBoundingClientRect().height).to.equal(before);
  });

  it('reports that loading failed, and tries again', async () => {
    let fails = true;
    const host = await makeHost(async () => {
      if (fails) throw new TypeError('no such file');
      return { drawTrend };
    });
    await host.press('#toggle-trend');
    await waitUntil(() => host.textOf('.plot').includes('could not be loaded'), 'the sentence');
    expect(await findAccessibilityProblems(host)).to.deep.equal([]);
    fails = false;
    await host.press('[part=retry-button]');
    await waitUntil(() => isDrawn(host), 'the chart is drawn');
  });

  it('shows nothing when it is closed before its file arrives', async () => {
    const file = lateFile();
    const host = await makeHost(file.load);
    await host.press('#toggle-trend');
    await host.press('#toggle-trend');
    file.arrive();
    await host.updateComplete;
    expect(host.renderRoot.querySelector('canvas')).to.equal(null);
  });

  it('draws the counts in the accent colour of the theme', async () => {
    const host = await openTrend();
    const canvas = host.canvas;
    expect(inkOf(canvas).has(accentOf(host).match(/\d+/g)!.join())).to.equal(true);
    const { datasets } = chartOf(host).data;
    expect(datasets[0]!.data.map((point) => (point as { y: number }).y)).to.deep.equal(
      surgeCounts(),
    );
    expect(datasets[1]!.data.length).to.equal(96);
  });

  it('is drawn again in other colours when the element is updated with another theme', async () => {
    const host = await openTrend();
    const canvas = host.canvas;
    const light = accentOf(host);
    host.style.colorScheme = 'dark';
    await host.show({});
    const dark = accentOf(host);
    expect(dark).not.to.equal(light);
    expect(chartOf(host).data.datasets[0]!.borderColor).to.equal(dark);
    expect(inkOf(canvas).has(dark.match(/\d+/g)!.join())).to.equal(true);
  });

  it('is drawn again when the page changes its colours behind the element’s back', async () => {
    const host = await openTrend();
    const legend = host.find('.legend');
    const light = accentOf(host);
    document.documentElement.style.colorScheme = 'dark';
    const [transition, ...others] = legend.getAnimations();
    expect(transition, 'a change of colours that the chart hears of').to.be.instanceOf(
      CSSTransition,
    );
    expect(others).to.deep.equal([]);
    // A page in the background draws no frames, and without frames no engine tells of transitions.
    legend.dispatchEvent(new TransitionEvent('transitionrun'));
    expect(chartOf(host).data.datasets[0]!.borderColor).to.equal(accentOf(host));
    expect(accentOf(host)).not.to.equal(light);
    document.documentElement.style.colorScheme = '';
  });

  it('shows new counts on the same chart', async () => {
    const host = await openTrend();
    const chart = chartOf(host);
    const community = structuredClone(liveFeed().community!);
    community.series.counts[95] = 777;
    await host.show({ feed: liveFeed({ community }) });
    expect(chartOf(host)).to.equal(chart);
    expect((chart.data.datasets[0]!.data[95] as { y: number }).y).to.equal(777);
    expect(host.find('canvas').getAttribute('aria-label')).to.contain('777');
  });

  it('is read by keyboard: arrow keys move the tooltip and show the value', async () => {
    const host = await openTrend();
    host.find('canvas').focus();
    await host.updateComplete;
    expect(host.find('.readout').getAttribute('aria-live')).to.equal('polite');
    expect(host.textOf('.readout')).to.equal('');
    await sendKeys({ press: 'ArrowRight' });
    await host.updateComplete;
    expect(host.textOf('.readout')).to.contain('54 reports');
    expect(chartOf(host).getActiveElements()[0]!.index).to.equal(95);
    await sendKeys({ press: 'ArrowLeft' });
    await host.updateComplete;
    expect(host.textOf('.readout')).to.contain('45 reports, usually 3');
    expect(chartOf(host).tooltip!.opacity).to.equal(1);
    await sendKeys({ press: 'Home' });
    await host.updateComplete;
    expect(chartOf(host).getActiveElements()[0]!.index).to.equal(0);
    await sendKeys({ press: 'End' });
    expect(chartOf(host).getActiveElements()[0]!.index).to.equal(95);
    host.find('#toggle-trend').focus();
    await host.updateComplete;
    expect(host.textOf('.readout')).to.equal('');
    expect(chartOf(host).getActiveElements()).to.deep.equal([]);
  });

  it('keeps the point in sight when a new feed moves the series on by one bucket', async () => {
    const host = await openTrend();
    host.find('canvas').focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowLeft' });
    const community = structuredClone(liveFeed().community!);
    const { series } = community;
    series.startAt = new Date(Date.parse(series.startAt) + 900_000).toISOString();
    series.counts = [...series.counts.slice(1), 60];
    await host.show({ feed: liveFeed({ community }) });
    expect(chartOf(host).getActiveElements()[0]!.index).to.equal(93);
    expect(host.textOf('.readout')).to.contain('45 reports');
  });

  it('runs from right to left in Arabic, and the left arrow leads on', async () => {
    const host = await openTrend('ar');
    const { x, y } = chartOf(host).options.scales!;
    expect(x!.reverse).to.equal(true);
    expect((y as { position: string }).position).to.equal('right');
    host.find('canvas').focus();
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowLeft' });
    expect(chartOf(host).getActiveElements()[0]!.index).to.equal(1);
  });

  it('has a table with the same numbers', async () => {
    const host = await openTrend();
    await host.press('[part=trend-table] summary');
    const rows = [...host.renderRoot.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
    expect(rows.map(([count]) => Number(count))).to.deep.equal(surgeCounts());
    const { typical } = liveFeed().community!.series;
    expect(rows.map(([, usual]) => usual)).to.deep.equal(
      typical.map((value) => (value < 1 ? 'fewer than one' : String(Math.round(value)))),
    );
  });

  it('is destroyed when it is closed', async () => {
    const host = await openTrend();
    const canvas = host.canvas;
    await host.press('#toggle-trend');
    expect(Chart.getChart(canvas)).to.equal(undefined);
  });

  it('is destroyed when the element leaves the page, and drawn again when it comes back', async () => {
    const host = await openTrend();
    const canvas = host.canvas;
    const place = host.parentElement!;
    host.remove();
    expect(Chart.getChart(canvas)).to.equal(undefined);
    place.append(host);
    await waitUntil(() => isDrawn(host), 'the chart is drawn again');
  });

  it('does not animate by itself', async () => {
    const host = await openTrend();
    expect(chartOf(host).options.animation).to.equal(false);
  });

  for (const scheme of auditedOf(['light', 'dark'])) {
    it(`has no accessibility problem that axe can find when drawn, ${scheme}`, async () => {
      const host = await openTrend();
      host.style.colorScheme = scheme;
      await host.press('[part=trend-table] summary');
      expect(await findAccessibilityProblems(host)).to.deep.equal([]);
    });
  }
});
