import type { TrendPoint } from './trend-points.js';

/** Colours, font and direction of the chart, as the page shows them now. Colours may have any CSS syntax. */
export interface TrendStyle {
  /** Line of the counts. */
  readonly line: string;
  /** Fill below the line. */
  readonly area: string;
  /** Fill of the usual range. */
  readonly band: string;
  /** Lines of the grid. */
  readonly grid: string;
  /** Labels of the axes. */
  readonly text: string;
  /** Background and text of the tooltip. */
  readonly tooltipGround: string;
  readonly tooltipText: string;
  readonly fontFamily: string;
  readonly fontSizePx: number;
  /** Time runs from right to left. */
  readonly rightToLeft: boolean;
}

/** Every text of the chart, in the visitor's language. */
export interface TrendTexts {
  /** Label of a tick on the time axis. */
  time(atMs: number): string;
  /** Label of a tick on the axis of counts. */
  count(value: number): string;
  /** Title of a point's tooltip. */
  moment(point: TrendPoint): string;
  /** Body of a point's tooltip. */
  point(point: TrendPoint): string;
}
