import type { Status } from 'outage-status/feed';
import { type Markup, markup } from './markup.js';

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 8;
const TOP = 20;
const BOTTOM = 28;
const PLOT_WIDTH = WIDTH - LEFT - RIGHT;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
const BASE = TOP + PLOT_HEIGHT;

/** One interval of the plot. */
interface PlotInterval {
  /** Counted reports in the interval. */
  readonly count: number;
  /** Usual reports in such an interval. */
  readonly usual: number;
  /** Up to this number, more reports than usual are no sign of a problem. */
  readonly ceiling: number;
}

/** A time with one community status. */
export interface PlotPeriod {
  /** Epoch milliseconds; parts outside the plot are clipped. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly status: Status;
}

/** The data of the plot. */
export interface DecisionPlot {
  /** Start of the first interval, epoch milliseconds. */
  readonly startMs: number;
  readonly stepMs: number;
  readonly intervals: readonly PlotInterval[];
  readonly periods: readonly PlotPeriod[];
  /** The alternative text. */
  readonly label: string;
}

/** The smallest of 1, 2, 5, 10, 20 … that is at least a value. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
};

const fixed = (value: number): string => String(Number(value.toFixed(1)));

/** Reports as bars over their usual number and its ceiling, on a background in the statuses' colours; an SVG in the page's style. */
export function drawDecision(plot: DecisionPlot): Markup {
  const { startMs, stepMs, intervals, periods, label } = plot;
  const endMs = startMs + stepMs * intervals.length;
  const top = roundUp(Math.max(...intervals.flatMap(({ count, ceiling }) => [count, ceiling])));
  const x = (atMs: number): number => LEFT + ((atMs - startMs) / (endMs - startMs)) * PLOT_WIDTH;
  const y = (value: number): number => BASE - (Math.min(value, top) / top) * PLOT_HEIGHT;
  const barWidth = PLOT_WIDTH / intervals.length;
  const steps = (value: (interval: PlotInterval) => number): string =>
    intervals
      .map((interval, index) => {
        const from = LEFT + index * barWidth;
        const height = fixed(y(value(interval)));
        return `${index === 0 ? 'M' : 'L'}${fixed(from)} ${height}H${fixed(from + barWidth)}`;
      })
      .join('');
  // Six labels at most, at round times.
  const markMs = ((endMs - startMs) / 6 / stepMs) * stepMs;
  const marks = Array.from({ length: 7 }, (_, index) => startMs + index * markMs);
  return markup`<svg class="decision" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${periods
  .filter(({ fromMs, toMs }) => toMs > startMs && fromMs < endMs)
  .map(({ fromMs, toMs, status }) => {
    const from = x(Math.max(fromMs, startMs));
    const width = x(Math.min(toMs, endMs)) - from;
    return markup`<rect class="ground" data-status="${status}" x="${fixed(from)}" y="${TOP}" width="${fixed(width)}" height="${PLOT_HEIGHT}"></rect><rect class="strip" data-status="${status}" x="${fixed(from)}" y="${TOP - 8}" width="${fixed(width)}" height="6"></rect>\n`;
  })}${[0, top / 2, top].map(
    (value) =>
      markup`<path class="grid" d="M${LEFT} ${fixed(y(value))}h${PLOT_WIDTH}"></path><text class="tick" x="${LEFT - 6}" y="${fixed(y(value) + 4)}" text-anchor="end">${fixed(value)}</text>\n`,
  )}<path class="bars" d="${intervals
    .map(({ count }, index) =>
      count > 0
        ? `M${fixed(LEFT + index * barWidth + 0.5)} ${BASE}V${fixed(y(count))}h${fixed(barWidth - 1)}V${BASE}z`
        : '',
    )
    .join('')}"></path>
<path class="usual" d="${steps(({ usual }) => usual)}"></path>
<path class="ceiling" d="${steps(({ ceiling }) => ceiling)}"></path>
${marks.map((atMs, index) => {
  const anchor = index === 0 ? 'start' : index === marks.length - 1 ? 'end' : 'middle';
  return markup`<text class="tick" x="${fixed(x(atMs))}" y="${HEIGHT - 8}" text-anchor="${anchor}">${new Date(atMs).toISOString().slice(11, 16)}</text>\n`;
})}</svg>`;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const CELL = 22;
const DAY_WIDTH = 44;

/** The usual reports by hour of the week, as 7 × 24 cells, darker for more. @param perHour 168 numbers from Monday 00:00 UTC. */
export function drawWeek(perHour: readonly number[]): Markup {
  const most = Math.max(...perHour, Number.MIN_VALUE);
  return markup`<svg class="decision" viewBox="0 0 ${DAY_WIDTH + 24 * CELL + 8} ${7 * CELL + 24}" role="img" aria-label="Usual reports by hour of the week in UTC: at most ${most.toPrecision(2)} an hour, at least ${Math.min(...perHour).toPrecision(2)}.">
${DAYS.map(
  (day, row) =>
    markup`<text class="tick" x="${DAY_WIDTH - 6}" y="${row * CELL + 15}" text-anchor="end">${day}</text>\n${perHour
      .slice(24 * row, 24 * row + 24)
      .map(
        (usual, hour) =>
          markup`<rect class="cell" x="${DAY_WIDTH + hour * CELL}" y="${row * CELL}" width="${CELL - 2}" height="${CELL - 2}" rx="3" fill-opacity="${(0.06 + (0.94 * usual) / most).toFixed(2)}"><title>${day} ${String(hour).padStart(2, '0')}:00, ${usual}</title></rect>`,
      )}\n`,
)}${[0, 6, 12, 18].map(
    (hour) =>
      markup`<text class="tick" x="${DAY_WIDTH + hour * CELL}" y="${7 * CELL + 14}">${String(hour).padStart(2, '0')}:00</text>\n`,
  )}</svg>`;
}
