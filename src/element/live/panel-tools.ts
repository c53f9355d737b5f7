import { listIncidents } from './list-incidents.js';
import { renderHeading } from './heading.js';
import { renderMark } from './mark.js';
import { renderOutsideLink } from './outside-link.js';

/**
 * Functions that the panels share with the section. The section passes them, because after a failure its file may have
 * loaded from another URL; if the panels imported it, it would load again, unchecked, from its usual one.
 */
export const panelTools = { listIncidents, renderHeading, renderMark, renderOutsideLink };

/** See {@link panelTools}. */
export type PanelTools = typeof panelTools;
