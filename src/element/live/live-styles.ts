import { css } from '../style-sheet.js';
import { actionsStyles } from './actions-styles.js';
import { panelStyles } from './panel-styles.js';
import { reportStyles } from './report-styles.js';
import { voicesStyles } from './voices-styles.js';

/** Styles of the live section. They use the custom properties and the shared classes of the paint stage's styles. */
export const liveStyles = css`
  .section {
    line-height: 1.4;
  }
  ${voicesStyles}
  ${actionsStyles}
  ${panelStyles}
  ${reportStyles}
`;
