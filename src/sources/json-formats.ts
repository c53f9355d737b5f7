import { BROWSER_FORMATS } from './browser-formats.js';
import { apple } from './formats/apple.js';
import { aws } from './formats/aws.js';
import { azureDevops } from './formats/azure-devops.js';
import { gatus } from './formats/gatus.js';
import { google } from './formats/google.js';
import { heroku } from './formats/heroku.js';
import { hyperping } from './formats/hyperping.js';
import { isitdownstatus } from './formats/isitdownstatus.js';
import { microsoft365 } from './formats/microsoft-365.js';
import { oracleCloud } from './formats/oracle-cloud.js';
import { pagerduty } from './formats/pagerduty.js';
import { playstation } from './formats/playstation.js';
import { riot } from './formats/riot.js';
import { salesforce } from './formats/salesforce.js';
import { slack } from './formats/slack.js';
import { sorry } from './formats/sorry.js';
import { statuspageMe } from './formats/statuspage-me.js';
import { statuspal } from './formats/statuspal.js';
import { statusiq } from './formats/statusiq.js';
import { uptimeKuma } from './formats/uptime-kuma.js';
import { xbox } from './formats/xbox.js';
import { zendesk } from './formats/zendesk.js';
import { uptimerobot } from './formats/uptimerobot.js';
import type { SourceFormat } from './source-format.js';

/**
 * Every format that is JSON, or JSON in a function call. No two of them recognise the same document, so their order does
 * not matter. RSS and Atom need another parser, which the server has.
 */
export const JSON_FORMATS: readonly SourceFormat[] = [
  ...BROWSER_FORMATS,
  uptimeKuma,
  gatus,
  uptimerobot,
  statuspal,
  statusiq,
  hyperping,
  sorry,
  google,
  aws,
  apple,
  playstation,
  xbox,
  riot,
  salesforce,
  microsoft365,
  azureDevops,
  oracleCloud,
  zendesk,
  slack,
  heroku,
  pagerduty,
  statuspageMe,
  isitdownstatus,
];
