export { drawTrend, type TrendChart, type TrendView } from './trend-chart.js';
export { type TrendStyle, type TrendTexts } from './trend-style.js';
export type { TrendPoint } from './trend-points.js';
