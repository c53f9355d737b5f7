import { css } from '../style-sheet.js';
import { actionsStyles } from './actions-styles.js';
import { reportStyles } from './report-styles.js';
import { sectionStyles, voicesStyles } from './voices-styles.js';

/** Styles that all panels share. */
const panelStyles = css`
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    margin-block-start: 0.75em;
    padding: 0.875em 1em 1em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.75);
  }
  .panel-title {
    font-weight: 700;
  }
`;

/** Styles of the live section. They use the custom properties and the shared classes of the paint stage's styles. */
export const liveStyles = css`
  ${sectionStyles}
  ${voicesStyles}
  ${actionsStyles}
  ${panelStyles}
  ${reportStyles}
`;
