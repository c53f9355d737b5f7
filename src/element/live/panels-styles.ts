import { css } from '../style-sheet.js';
import { listStyles } from './list-styles.js';
import { trendStyles } from './trend-styles.js';

/** Styles of the panels that are loaded when they are wanted; they rest on those of the section. */
export const panelsStyles = css`
  ${listStyles}
  ${trendStyles}
`;
