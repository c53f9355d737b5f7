import { css } from '../style-sheet.js';
import { listStyles } from './list-styles.js';
import { trendStyles } from './trend-styles.js';

/** Styles of the panels that load on demand; they build on those of the section. */
export const panelsStyles = css`
  ${listStyles}
  ${trendStyles}
`;
