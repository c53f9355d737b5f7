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
    effect: 'TCP port to listen on; 0 means any free port.',
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
      'Folder of the embedded database (unused with `DATABASE_URL`), and of every widget release that the server has served, for pages that pin one; created if missing.',
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
      'A streaming standby of `DATABASE_URL`. While it is up to date, feeds and pages read from it; otherwise from `DATABASE_URL`.',
    secret: true,
    schema: z.string().regex(/^(postgres(ql)?:\/\/.*)?$/),
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    unit: '',
    fallback: '',
    expected: 'an absolute http or https URL without query',
    effect:
      'Address of the server for visitors, with its path prefix; empty means `http://HOST:PORT`. Reports from its origin are not limited as those of a foreign site.',
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
      'Proxies whose `X-Forwarded-For` the server trusts; empty means it ignores the header. If the list is too wide, one visitor can pose as many visitors.',
    schema: list.refine(isTrustable),
  }),
  homeOrigins: setting({
    name: 'HOME_ORIGINS',
    unit: '',
    fallback: '',
    expected: 'origins such as https://example.org, separated by commas',
    effect: 'Your other sites, whose reports are not limited as those of a foreign site.',
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
      'Folders with further service files; a later file replaces an earlier one with the same id.',
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
      "Length of the detector's minute. Below 60, outages start and end proportionally sooner; for demonstrations only, because counts are then kept in the memory of one process.",
    schema: whole(1, 60).refine((seconds) => 60 % seconds === 0),
  }),
  voiceWindowSeconds: setting({
    name: 'VOICE_WINDOW_SECONDS',
    unit: 's',
    fallback: '21600',
    expected: 'a whole number from 1 to 86400',
    effect: "How long one visitor's report for a service blocks the next one from counting.",
    schema: whole(1, 86_400),
  }),
  historyDays: setting({
    name: 'HISTORY_DAYS',
    unit: 'd',
    fallback: '400',
    expected: 'a whole number from 1 to 3650',
    effect: "How long hourly counts, status changes and vendors' incidents are kept.",
    schema: whole(1, 3650),
  }),
  officialPollSeconds: setting({
    name: 'OFFICIAL_POLL_SECONDS',
    unit: 's',
    fallback: '60',
    demoFallback: '5',
    expected: '0, or a whole number from 5 to 3600',
    effect:
      "Time between two polls of each vendor's status page; 0 disables polling. The demo polls pages on this machine only.",
    schema: whole(0, 3600).refine((seconds) => seconds === 0 || seconds >= 5),
  }),
  officialNetworks: setting({
    name: 'OFFICIAL_NETWORKS',
    unit: '',
    fallback: '',
    demoFallback: '127.0.0.1/32,::1/128',
    expected: 'CIDR ranges such as 10.1.0.0/16, separated by commas',
    effect:
      "Private, loopback or link-local networks that may contain vendors' status pages and checked addresses; empty means public addresses only.",
    schema: list.refine(areNetworks),
  }),
  checkSeconds: setting({
    name: 'CHECK_SECONDS',
    unit: 's',
    fallback: '60',
    demoFallback: '5',
    expected: '0, or a whole number from 5 to 3600',
    effect:
      'Time between two checks of each address that the catalogue names in `checks`; 0 turns checks off. The demo asks addresses on this machine only.',
    schema: whole(0, 3600).refine((seconds) => seconds === 0 || seconds >= 5),
  }),
  reportsPerMinute: setting({
    name: 'REPORTS_PER_MINUTE',
    unit: '1/min',
    fallback: '20',
    expected: 'a whole number from 1 to 100000',
    effect: 'Reports that one address (IPv6: one /64) may send, over all services, counted or not.',
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
      'Work that a browser does in the background for a report: about 0.1 s, up to eight times that under attack. `light` is a twentieth, for demonstrations. Use `off` only in a closed network, e.g. one without TLS, where browsers cannot do the work.',
    schema: z.enum(['on', 'light', 'off']),
  }),
  maxWatchers: setting({
    name: 'MAX_WATCHERS',
    unit: '',
    fallback: '10000',
    expected: 'a whole number from 0 to 1000000',
    effect: 'Most open event streams, about 11 kB each; further clients must poll.',
    schema: whole(0, 1_000_000),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    unit: '',
    fallback: 'info',
    demoFallback: 'error',
    expected: 'fatal, error, warn, info, debug, trace or silent',
    effect:
      'Least serious level to log, as JSON lines on standard error. No line contains an address.',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  }),
} as const;
