export { drawTrend, type TrendChart, type TrendView } from './trend-chart.js';
export { type TrendLook, type TrendTexts } from './trend-look.js';
export type { TrendPoint } from './trend-points.js';
