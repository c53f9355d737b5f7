import type { Status } from '../feed/index.js';

/**
 * One shape per status, so that the status does not depend on colour: SVG path data in a 16 × 16 box, for
 * `fill-rule: evenodd`. Element, badges and cards draw the same shapes.
 */
export const STATUS_ICONS: Readonly<Record<Status, string>> = {
  // disc with a tick
  operational: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.5 4L12.7 6 7.2 11.9 3.8 8.6 5 7.4l2.1 2.1Z',
  // diamond with a minus
  degraded_performance: 'M8 .5 15.5 8 8 15.5.5 8ZM4.5 7.1v1.8h7V7.1Z',
  // triangle with an exclamation mark
  partial_outage: 'M8 1 15.7 14.6H.3ZM7.1 5.6v4.6h1.8V5.6Zm0 5.6V13h1.8v-1.8Z',
  // octagon with a cross
  major_outage:
    'M5 .7h6L15.3 5v6L11 15.3H5L.7 11V5ZM5.6 4.3 4.3 5.6 6.7 8l-2.4 2.4 1.3 1.3L8 9.3l2.4 2.4 1.3-1.3L9.3 8l2.4-2.4-1.3-1.3L8 6.7Z',
  // square with two bars
  under_maintenance: 'M2 2h12v12H2ZM5 5v6h2V5Zm4 0v6h2V5Z',
  // ring with a dot
  unknown:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8ZM7 7h2v2H7Z',
};
