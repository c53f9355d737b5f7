import {
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
  type ChartDataset,
} from 'chart.js';
import { pickTimeTicks } from './time-ticks.js';
import type { TrendStyle, TrendTexts } from './trend-style.js';
import type { TrendPoint } from './trend-points.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Tooltip);

/** Everything a trend shows. Immutable: each change makes a new view. */
export interface TrendView {
  /** Oldest first, at least one. */
  readonly points: readonly TrendPoint[];
  readonly style: TrendStyle;
  readonly texts: TrendTexts;
}

/** A drawn chart. It owns its canvas until `destroy`. */
export interface TrendChart {
  /** Redraws the same canvas with new data, style or texts. */
  update(view: TrendView): void;
  /** Highlights one point and shows its tooltip; `undefined` clears both. */
  select(index: number | undefined): void;
  destroy(): void;
}

type Dataset = ChartDataset<'line', { x: number; y: number }[]>;

const LABEL_WIDTH_EM = 5.5;

function makeDatasets({ points, style }: TrendView): Dataset[] {
  const shared = { parsing: false, normalized: true, pointRadius: 0, pointHoverRadius: 0 } as const;
  const counts: Dataset = {
    ...shared,
    data: points.map(({ atMs, count }) => ({ x: atMs, y: count })),
    borderColor: style.line,
    borderWidth: 2,
    borderJoinStyle: 'round',
    backgroundColor: style.area,
    fill: 'origin',
    pointHoverRadius: 4,
    pointHoverBackgroundColor: style.line,
    pointHoverBorderColor: style.line,
    order: 0,
  };
  const usual: Dataset = {
    ...shared,
    data: points.flatMap(({ atMs, upper }) => (upper === undefined ? [] : [{ x: atMs, y: upper }])),
    borderWidth: 0,
    backgroundColor: style.band,
    fill: 'origin',
    pointHitRadius: 0,
    order: 1,
  };
  return [counts, usual];
}

function makeOptions({
  points,
  style,
  texts,
}: TrendView): ChartConfiguration<'line'>['options'] & {} {
  const font = { family: style.fontFamily, size: style.fontSizePx };
  const pointOf = (index: number | undefined): TrendPoint | undefined => points[index ?? -1];
  return {
    // Animation distracts, and a push may redraw the chart every second.
    animation: false,
    maintainAspectRatio: false,
    font,
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        type: 'linear',
        min: points[0]?.atMs ?? 0,
        max: points.at(-1)?.atMs ?? 1,
        reverse: style.rightToLeft,
        grid: { display: false },
        border: { color: style.grid },
        afterBuildTicks: (axis) => {
          const maximum = Math.max(2, Math.floor(axis.width / (LABEL_WIDTH_EM * style.fontSizePx)));
          axis.ticks = pickTimeTicks(axis.min, axis.max, maximum).map((value) => ({ value }));
        },
        ticks: {
          color: style.text,
          font,
          autoSkip: false,
          maxRotation: 0,
          callback: (value) => texts.time(Number(value)),
        },
      },
      y: {
        beginAtZero: true,
        suggestedMax: 4,
        position: style.rightToLeft ? 'right' : 'left',
        grid: { color: style.grid, drawTicks: false },
        border: { display: false },
        ticks: {
          color: style.text,
          font,
          padding: 6,
          precision: 0,
          maxTicksLimit: 5,
          callback: (value) => texts.count(Number(value)),
        },
      },
    },
    plugins: {
      tooltip: {
        filter: ({ datasetIndex }) => datasetIndex === 0,
        displayColors: false,
        backgroundColor: style.tooltipGround,
        titleColor: style.tooltipText,
        bodyColor: style.tooltipText,
        titleFont: { ...font, weight: 'bold' },
        bodyFont: font,
        rtl: style.rightToLeft,
        textDirection: style.rightToLeft ? 'rtl' : 'ltr',
        titleAlign: style.rightToLeft ? 'right' : 'left',
        bodyAlign: style.rightToLeft ? 'right' : 'left',
        callbacks: {
          title: ([item]) => {
            const point = pointOf(item?.dataIndex);
            return point ? texts.moment(point) : '';
          },
          label: ({ dataIndex }) => {
            const point = pointOf(dataIndex);
            return point ? texts.point(point) : '';
          },
        },
      },
    },
  };
}

/**
 * Draws the counts as a line over the usual range, with axes, grid and tooltips.
 *
 * @param canvas Its parent must be a sized box with `position: relative`; the chart fills that box and follows its size.
 */
export function drawTrend(canvas: HTMLCanvasElement, view: TrendView): TrendChart {
  const chart = new Chart<'line', { x: number; y: number }[]>(canvas, {
    type: 'line',
    data: { datasets: makeDatasets(view) },
    options: makeOptions(view),
  });
  return {
    update: (next) => {
      chart.data.datasets = makeDatasets(next);
      chart.options = makeOptions(next);
      chart.update('none');
    },
    select: (index) => {
      const active = index === undefined ? [] : [{ datasetIndex: 0, index }];
      chart.setActiveElements(active);
      chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}
