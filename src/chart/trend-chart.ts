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
import type { TrendLook, TrendTexts } from './trend-look.js';
import type { TrendPoint } from './trend-points.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Tooltip);

/** What a trend shows; made anew for each change. */
export interface TrendView {
  /** Oldest first, at least one. */
  readonly points: readonly TrendPoint[];
  readonly look: TrendLook;
  readonly texts: TrendTexts;
}

/** A drawn chart. It owns its canvas until it is destroyed. */
export interface TrendChart {
  /** Draws other data, colours or texts on the same canvas. */
  update(view: TrendView): void;
  /** Marks one point with its tooltip, or none. */
  select(index: number | undefined): void;
  destroy(): void;
}

type Dataset = ChartDataset<'line', { x: number; y: number }[]>;

const LABEL_WIDTH_EM = 5.5;

function makeDatasets({ points, look }: TrendView): Dataset[] {
  const shared = { parsing: false, normalized: true, pointRadius: 0, pointHoverRadius: 0 } as const;
  const counts: Dataset = {
    ...shared,
    data: points.map(({ atMs, count }) => ({ x: atMs, y: count })),
    borderColor: look.line,
    borderWidth: 2,
    borderJoinStyle: 'round',
    backgroundColor: look.area,
    fill: 'origin',
    pointHoverRadius: 4,
    pointHoverBackgroundColor: look.line,
    pointHoverBorderColor: look.line,
    order: 0,
  };
  const usual: Dataset = {
    ...shared,
    data: points.flatMap(({ atMs, upper }) => (upper === undefined ? [] : [{ x: atMs, y: upper }])),
    borderWidth: 0,
    backgroundColor: look.band,
    fill: 'origin',
    pointHitRadius: 0,
    order: 1,
  };
  return [counts, usual];
}

function makeOptions({
  points,
  look,
  texts,
}: TrendView): ChartConfiguration<'line'>['options'] & {} {
  const font = { family: look.fontFamily, size: look.fontSizePx };
  const pointOf = (index: number | undefined): TrendPoint | undefined => points[index ?? -1];
  return {
    // A chart that moves on its own distracts, and a push may arrive every second.
    animation: false,
    maintainAspectRatio: false,
    font,
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        type: 'linear',
        min: points[0]?.atMs ?? 0,
        max: points.at(-1)?.atMs ?? 1,
        reverse: look.rightToLeft,
        grid: { display: false },
        border: { color: look.grid },
        afterBuildTicks: (axis) => {
          const maximum = Math.max(2, Math.floor(axis.width / (LABEL_WIDTH_EM * look.fontSizePx)));
          axis.ticks = pickTimeTicks(axis.min, axis.max, maximum).map((value) => ({ value }));
        },
        ticks: {
          color: look.text,
          font,
          autoSkip: false,
          maxRotation: 0,
          callback: (value) => texts.time(Number(value)),
        },
      },
      y: {
        beginAtZero: true,
        suggestedMax: 4,
        position: look.rightToLeft ? 'right' : 'left',
        grid: { color: look.grid, drawTicks: false },
        border: { display: false },
        ticks: {
          color: look.text,
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
        backgroundColor: look.tooltipGround,
        titleColor: look.tooltipText,
        bodyColor: look.tooltipText,
        titleFont: { ...font, weight: 'bold' },
        bodyFont: font,
        rtl: look.rightToLeft,
        textDirection: look.rightToLeft ? 'rtl' : 'ltr',
        titleAlign: look.rightToLeft ? 'right' : 'left',
        bodyAlign: look.rightToLeft ? 'right' : 'left',
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
 * Draws the counts as a line over the band of what is usual, with axes, grid and tooltips.
 *
 * @param canvas Inside a sized box with `position: relative`; the chart fills that box and follows its size.
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
