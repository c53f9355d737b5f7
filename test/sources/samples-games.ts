import type { SamplePage } from './sample-page.js';

const psnEvent = (changes: object = {}): object => ({
  statusId: 'e1',
  statusType: 'Outage',
  startDate: '2026-11-22T08:00:00.000Z',
  endDate: '',
  createdDate: '2026-11-22T08:05:00.000Z',
  modifiedDate: '2026-11-22T08:30:00.000Z',
  message: {
    messages: { 'de-DE': 'Der Store ist gestört.', 'en-US': 'You may have trouble in the store.' },
  },
  ...changes,
});

const psnService = (
  serviceName: string,
  status: readonly object[],
  resources?: object,
): object => ({
  serviceName,
  i18n: { 'en-US': serviceName },
  status,
  resources: resources ?? [{ resourceName: 'PS5', status: [] }],
});

const psn = (store: readonly object[], elsewhere: readonly object[] = store): object => ({
  regionName: 'SCEE',
  status: store,
  countries: ['GB', 'FR'].map((countryCode) => ({
    countryCode,
    status: [],
    services: [
      psnService('Account Management', []),
      psnService('PlayStation Store', countryCode === 'GB' ? store : elsewhere),
    ],
  })),
});

const xboxScenario = (Id: number, Name: string, word: string): object => ({
  Id,
  Status: { Name: word, Id: 1 },
  Name,
  Devices: [{ Id: 13, Name: 'XBOX Series X' }],
  Incidents: [],
  Description: 'You may have problems.',
});

const xbox = (overall: string, signIn: string, account: string = signIn): object => ({
  Status: {
    Overall: { State: overall, Id: 1, LastUpdated: '2026-11-22T08:59:59.2710164+00:00' },
    SelectedScenarios: { State: overall, Id: 1, LastUpdated: '2026-11-22T08:59:59.2710164+00:00' },
  },
  CoreServices: [
    {
      Id: 23,
      Name: 'Account & profile',
      Status: { Name: account, Id: 1 },
      Scenarios: [
        xboxScenario(35048, 'Sign-in', signIn),
        xboxScenario(35036, 'Creating profiles', 'None'),
      ],
    },
  ],
  Titles: [
    {
      Id: 40,
      Name: 'Apps',
      Status: { Name: 'None', Id: 1 },
      Scenarios: [xboxScenario(37893, 'Discord', 'None')],
    },
  ],
});

const riotEntry = (id: number, changes: object): object => ({
  id,
  maintenance_status: null,
  incident_severity: null,
  titles: [
    { locale: 'de_DE', content: 'Anmeldung gestört' },
    { locale: 'en_US', content: 'Login Issues' },
  ],
  updates: [
    {
      id: 10 * id,
      author: 'Riot Games',
      publish: true,
      publish_locations: ['riotclient', 'riotstatus', 'game'],
      created_at: '2026-11-22T08:00:05.196240+00:00',
      updated_at: '2026-11-22T08:00:00+00:00',
      translations: [{ locale: 'en_US', content: 'We are looking into it.' }],
    },
  ],
  created_at: '2026-11-22T08:00:05.005790+00:00',
  archive_at: '2026-11-25T19:59:00+00:00',
  updated_at: null,
  platforms: ['windows', 'macos'],
  ...changes,
});

const riot = (incidents: readonly object[], maintenances: readonly object[] = []): object => ({
  id: 'EUW1',
  name: 'EU West',
  locales: ['de_DE', 'en_US'],
  maintenances,
  incidents,
});

/** Calm and trouble on the pages of PlayStation, Xbox and Riot. */
export const GAME_SAMPLES: readonly SamplePage[] = [
  {
    format: 'playstation',
    what: 'an event that is over, and one to come, are still listed',
    status: 'operational',
    incidents: ['e0 resolved critical 2026-11-21T08:00:00Z 2026-11-21T10:00:00Z'],
    maintenances: ['e9 2026-11-23T08:00:00Z 2026-11-23T09:00:00Z'],
    document: psn([
      psnEvent({
        statusId: 'e0',
        startDate: '2026-11-21T08:00:00.000Z',
        endDate: '2026-11-21T10:00:00.000Z',
      }),
      psnEvent({
        statusId: 'e9',
        statusType: 'Maintenance',
        startDate: '2026-11-23T08:00:00.000Z',
        endDate: '2026-11-23T09:00:00.000Z',
      }),
    ]),
  },
  {
    format: 'playstation',
    what: 'one service is out in every country',
    status: 'partial_outage',
    components: [
      'PlayStation Store major_outage',
      'PlayStation Store (GB) major_outage',
      'PlayStation Store (FR) major_outage',
    ],
    incidents: ['e1 investigating critical 2026-11-22T08:00:00Z'],
    document: psn([psnEvent()]),
  },
  {
    format: 'playstation',
    what: 'one service is slow in one country, in an unknown word',
    status: 'degraded_performance',
    components: [
      'PlayStation Store degraded_performance',
      'PlayStation Store (GB) degraded_performance',
    ],
    incidents: ['e1 investigating minor 2026-11-22T08:00:00Z'],
    document: psn([psnEvent({ statusType: 'Brownout' })], []),
  },
  {
    format: 'playstation',
    what: 'maintenance is under way',
    status: 'under_maintenance',
    components: [
      'PlayStation Store under_maintenance',
      'PlayStation Store (GB) under_maintenance',
      'PlayStation Store (FR) under_maintenance',
    ],
    incidents: ['e1 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['e1 2026-11-22T08:00:00Z null'],
    document: psn([psnEvent({ statusType: 'Maintenance', endDate: null })]),
  },
  {
    format: 'xbox',
    what: 'no problem, as "None"',
    status: 'operational',
    document: xbox('None', 'None'),
  },
  {
    format: 'xbox',
    what: 'sign-in is impacted',
    status: 'partial_outage',
    components: ['Account & profile partial_outage', 'Account & profile: Sign-in partial_outage'],
    document: xbox('Impacted', 'Impacted'),
  },
  {
    format: 'xbox',
    what: 'sign-in is limited',
    status: 'degraded_performance',
    components: [
      'Account & profile degraded_performance',
      'Account & profile: Sign-in degraded_performance',
    ],
    document: xbox('Limited', 'Limited'),
  },
  {
    format: 'xbox',
    what: 'a word that no client knows',
    status: 'unknown',
    indicator: 'operational',
    components: ['Account & profile: Sign-in unknown'],
    document: xbox('None', 'Wobbly', 'None'),
  },
  {
    format: 'riot',
    what: 'nothing is listed',
    status: 'operational',
    document: riot([]),
  },
  {
    format: 'riot',
    what: 'an information, and maintenance that is announced',
    status: 'operational',
    incidents: ['1 investigating none 2026-11-22T08:00:00Z'],
    maintenances: ['2 null null'],
    document: riot(
      [riotEntry(1, { incident_severity: 'info' })],
      [
        riotEntry(2, { maintenance_status: 'scheduled' }),
        riotEntry(3, { maintenance_status: 'complete' }),
      ],
    ),
  },
  {
    format: 'riot',
    what: 'maintenance under way',
    status: 'under_maintenance',
    incidents: ['2 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['2 2026-11-22T08:00:00Z null'],
    document: riot([], [riotEntry(2, { maintenance_status: 'in_progress' })]),
  },
  {
    format: 'riot',
    what: 'maintenance in an unknown word',
    status: 'unknown',
    document: riot([], [riotEntry(2, { maintenance_status: 'sometime' })]),
  },
  {
    format: 'riot',
    what: 'a warning',
    status: 'degraded_performance',
    incidents: ['1 investigating minor 2026-11-22T08:00:00Z'],
    document: riot([riotEntry(1, { incident_severity: 'warning' })]),
  },
  {
    format: 'riot',
    what: 'a critical incident, and one without a severity',
    status: 'major_outage',
    incidents: [
      '1 investigating critical 2026-11-22T08:00:00Z',
      '4 investigating minor 2026-11-22T08:00:00Z',
    ],
    document: riot([riotEntry(1, { incident_severity: 'critical' }), riotEntry(4, {})]),
  },
];
