import { listIncidents } from './list-incidents.js';
import { renderHeading } from './heading.js';
import { renderMark } from './mark.js';
import { renderOutsideLink } from './outside-link.js';

/**
 * What the panels share with the section. They are given it instead of importing it, because the section's file may
 * have come by another address after a failure, and would be fetched again, unchecked, under its usual one.
 */
export const panelTools = { listIncidents, renderHeading, renderMark, renderOutsideLink };

/** See {@link panelTools}. */
export type PanelTools = typeof panelTools;
