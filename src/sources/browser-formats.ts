import { betterStack } from './formats/better-stack.js';
import { cachet } from './formats/cachet.js';
import { cstate } from './formats/cstate.js';
import { incidentIo } from './formats/incident-io.js';
import { instatus } from './formats/instatus.js';
import { openstatus } from './formats/openstatus.js';
import { shields } from './formats/shields.js';
import { statusIo } from './formats/status-io.js';
import { statuspage } from './formats/statuspage.js';
import { upptime } from './formats/upptime.js';
import type { SourceFormat } from './source-format.js';

/** Formats whose pages may allow browsers on other sites to read them (CORS). The widget does not load the others. */
export const BROWSER_FORMATS: readonly SourceFormat[] = [
  statuspage,
  incidentIo,
  instatus,
  betterStack,
  cstate,
  upptime,
  cachet,
  openstatus,
  statusIo,
  shields,
];
