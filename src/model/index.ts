export { detectionLeadSeconds } from './detection-lead.js';
export { readFreshness, type Freshness } from './freshness.js';
export { chooseHeadline, type Headline, type HeadlineKind } from './headline.js';
export { PALETTE, STATUS_COLORS, type ColorName, type ColorPair } from './palette.js';
export { shortenAffected, type ShortAffected } from './shorten-affected.js';
export { drawSparkline, type SparklinePaths } from './sparkline.js';
export { STATUS_ICONS } from './status-icon.js';
export { isProblem } from './severity.js';
export { relateVoices, worseStatus } from './verdict.js';
