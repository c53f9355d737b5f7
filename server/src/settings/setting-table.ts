import proxyAddress from 'proxy-addr';
import * as z from 'zod';
import { NOTIFY_SETTING_TABLE } from './notify-setting-table.js';
import { areNetworks, list, numeric, setting, whole } from './setting.js';

const httpUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && !url.search && !url.hash;
});

const isTrustable = (proxies: string[]): boolean => {
  try {
    proxyAddress.compile(proxies);
    return true;
  } catch {
    return false;
  }
};

/** Every setting of the server, in the order of the documentation. */
export const SETTING_TABLE = {
  port: setting({
    name: 'PORT',
    unit: '',
    fallback: '4780',
    expected: 'a whole number from 0 to 65535',
    effect: 'TCP port to listen on; 0 takes a free one.',
    schema: whole(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    unit: '',
    fallback: '127.0.0.1',
    expected: 'a host name or address without port',
    effect: 'Address to listen on; `0.0.0.0` or `::` for every interface.',
    schema: z.string().regex(/^[\w.:%-]+$/),
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    unit: '',
    fallback: './data',
    expected: 'a folder',
    effect:
      'Folder of the embedded database, which is elsewhere with `DATABASE_URL`, and of every release of the widget that was served, for pages that pin one; made when missing.',
    schema: z.string(),
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    unit: '',
    fallback: '',
    expected: 'a URL that starts with postgres:// or postgresql://',
    effect: 'Postgres to use instead of the embedded database; the user must own the schema.',
    secret: true,
    schema: z.string().regex(/^(postgres(ql)?:\/\/.*)?$/),
  }),
  databaseReadUrl: setting({
    name: 'DATABASE_READ_URL',
    unit: '',
    fallback: '',
    expected: 'a URL that starts with postgres:// or postgresql://',
    effect:
      'A streaming standby of `DATABASE_URL` that feeds and pages are read from while it is up to date; `DATABASE_URL` when it is not.',
    secret: true,
    schema: z.string().regex(/^(postgres(ql)?:\/\/.*)?$/),
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    unit: '',
    fallback: '',
    expected: 'an absolute http or https URL without query',
    effect:
      'How visitors reach the server, path prefix included; empty means `http://HOST:PORT`. Its origin counts as home.',
    schema: z
      .union([z.literal(''), httpUrl])
      .transform((text) => (text === '' ? undefined : text.replace(/\/+$/, ''))),
  }),
  trustedProxies: setting({
    name: 'TRUSTED_PROXIES',
    unit: '',
    fallback: '',
    demoFallback: 'loopback',
    expected: 'addresses, CIDR ranges, loopback, linklocal or uniquelocal, separated by commas',
    effect:
      'Proxies whose `X-Forwarded-For` is believed; empty means the header is ignored. Too wide a list lets one visitor report as many.',
    schema: list.refine(isTrustable),
  }),
  homeOrigins: setting({
    name: 'HOME_ORIGINS',
    unit: '',
    fallback: '',
    expected: 'origins such as https://example.org, separated by commas',
    effect: 'Further sites of yours, whose reports are not limited as those of one foreign site.',
    schema: list.refine((origins) =>
      origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
    ),
  }),
  catalogDirs: setting({
    name: 'CATALOG_DIRS',
    unit: '',
    fallback: '',
    expected: 'folders, separated by commas',
    effect:
      'Folders with further service files; a later file replaces an earlier one of the same id.',
    schema: list,
  }),
  demo: setting({
    name: 'DEMO',
    unit: '',
    fallback: '0',
    expected: '0 or 1',
    effect:
      '1 serves the demo pages, seeds an empty database with history, and shortens the windows.',
    schema: z.enum(['0', '1']).transform((text) => text === '1'),
  }),
  tickSeconds: setting({
    name: 'TICK_SECONDS',
    unit: 's',
    fallback: '15',
    demoFallback: '1',
    expected: 'a number from 0.1 to 300',
    effect: 'Time between two decisions on every active service.',
    schema: numeric(0.1, 300),
  }),
  decisionStepSeconds: setting({
    name: 'DECISION_STEP_SECONDS',
    unit: 's',
    fallback: '60',
    demoFallback: '1',
    expected: '60, or a shorter divisor of 60',
    effect:
      'How long the detector takes a minute to be. Below 60 outages begin and end so much sooner, for demonstrations only: counts then live in memory, of one process.',
    schema: whole(1, 60).refine((seconds) => 60 % seconds === 0),
  }),
  voiceWindowSeconds: setting({
    name: 'VOICE_WINDOW_SECONDS',
    unit: 's',
    fallback: '21600',
    expected: 'a whole number from 1 to 86400',
    effect: "How long one visitor's report for a service stands before another one counts.",
    schema: whole(1, 86_400),
  }),
  historyDays: setting({
    name: 'HISTORY_DAYS',
    unit: 'd',
    fallback: '400',
    expected: 'a whole number from 1 to 3650',
    effect: 'How long hourly counts are kept.',
    schema: whole(1, 3650),
  }),
  officialPollSeconds: setting({
    name: 'OFFICIAL_POLL_SECONDS',
    unit: 's',
    fallback: '60',
    demoFallback: '5',
    expected: '0, or a whole number from 5 to 3600',
    effect:
      "Time between two looks at each vendor's status page; 0 never looks. The demo looks at pages of this machine only.",
    schema: whole(0, 3600).refine((seconds) => seconds === 0 || seconds >= 5),
  }),
  officialNetworks: setting({
    name: 'OFFICIAL_NETWORKS',
    unit: '',
    fallback: '',
    demoFallback: '127.0.0.1/32,::1/128',
    expected: 'CIDR ranges such as 10.1.0.0/16, separated by commas',
    effect:
      "Private, loopback or link-local networks in which vendors' status pages may be; empty means public addresses only.",
    schema: list.refine(areNetworks),
  }),
  reportsPerMinute: setting({
    name: 'REPORTS_PER_MINUTE',
    unit: '1/min',
    fallback: '20',
    expected: 'a whole number from 1 to 100000',
    effect: 'Reports one address (IPv6: one /64) may send, over all services, counted or not.',
    schema: whole(1, 100_000),
  }),
  ...NOTIFY_SETTING_TABLE,
  proofOfWork: setting({
    name: 'PROOF_OF_WORK',
    unit: '',
    fallback: 'on',
    demoFallback: 'light',
    expected: 'on, light or off',
    effect:
      'Work that a browser does for a report, unseen: about 0.1 s, up to eight times that under attack; `light` a twentieth, for demonstrations; `off` only in a closed network, e.g. one without TLS, where browsers cannot do it.',
    schema: z.enum(['on', 'light', 'off']),
  }),
  maxWatchers: setting({
    name: 'MAX_WATCHERS',
    unit: '',
    fallback: '10000',
    expected: 'a whole number from 0 to 1000000',
    effect: 'Open event streams at most; beyond it clients are told to poll. About 11 kB each.',
    schema: whole(0, 1_000_000),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    unit: '',
    fallback: 'info',
    demoFallback: 'error',
    expected: 'fatal, error, warn, info, debug, trace or silent',
    effect: 'What is logged, as JSON lines on standard error. No line holds an address.',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  }),
} as const;
