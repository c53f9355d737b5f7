/**
 * The entries of the gallery, in order. `state` is a file of `states/` (default: the name). `act` runs once the data has
 * loaded: `open` opens the report panel, `report` sends a report, `recovered` sends a vote that it works again, `refresh`
 * requests the feed again. `badge: false` leaves out the sentence with the badge.
 */
export const GALLERY = [
  {
    title: 'Statuses',
    entries: [
      {
        name: 'operational',
        caption: 'Operational. The number of reports is usual for this hour.',
      },
      {
        name: 'degraded',
        caption: 'Degraded performance. More reports than usual, from one category.',
      },
      {
        name: 'partial-outage',
        caption: 'Partial outage. Many reports; the vendor says nothing yet.',
      },
      { name: 'major-outage', caption: 'Major outage. Very many reports, from every category.' },
      { name: 'maintenance', caption: 'Under maintenance, as announced by the vendor.' },
      { name: 'official-only', caption: 'The vendor has an incident, visitors hardly notice.' },
      { name: 'confirmed', caption: 'Visitors report it and the vendor confirms it.' },
      {
        name: 'unreachable',
        caption: 'Both say so, and the service does not answer the server’s own check either.',
      },
      {
        name: 'reachable',
        caption: 'Visitors report it, and the service answers the server’s own check.',
      },
      { name: 'no-official', caption: 'The vendor has no status page: reports alone.' },
      { name: 'silent', caption: 'No reports for a day.' },
    ],
  },
  {
    title: 'Without an answer',
    entries: [
      {
        name: 'loading',
        caption: 'Loading: this server never answers. After ten seconds it becomes an error.',
      },
      {
        name: 'click',
        state: 'operational',
        attributes: { load: 'click' },
        caption: 'No request until the visitor presses (load="click").',
      },
      {
        name: 'unknown',
        caption: 'Unknown: reports are not counted, and there is no official page.',
      },
      {
        name: 'stale',
        caption:
          'Stale: the data is three hours old. The card names the last status, but not as current.',
      },
      {
        name: 'failing',
        act: 'refresh',
        caption: 'The newest request failed; the last answer stays, with its age.',
      },
      { name: 'missing', caption: 'Error: the server does not know the service (404).' },
      { name: 'unavailable', caption: 'Error: the server is overloaded (503).' },
      { name: 'invalid', caption: 'Error: the document is no feed.' },
      {
        name: 'no-server',
        attributes: { server: 'https://127.0.0.1:1/' },
        caption: 'Error: there is no server at that address.',
      },
    ],
  },
  {
    title: 'Reporting',
    entries: [
      { name: 'counted', act: 'report', badge: false, caption: 'Counted.' },
      {
        name: 'already-reported',
        act: 'report',
        badge: false,
        caption: 'Already reported; may report again in half an hour.',
      },
      {
        name: 'refused',
        act: 'report',
        badge: false,
        caption: 'Refused: too many reports from here; try again in ten minutes.',
      },
      {
        name: 'not-stored',
        act: 'report',
        badge: false,
        caption: 'Not counted: the server cannot store reports right now.',
      },
      {
        name: 'offline',
        act: 'report',
        badge: false,
        caption: 'Not counted: the connection was lost on the way.',
      },
      {
        name: 'recovering',
        act: 'open',
        badge: false,
        caption: 'During a problem, a visitor can also vote that it works again. Fourteen have.',
      },
      {
        name: 'recovered',
        state: 'recovering',
        act: 'recovered',
        badge: false,
        caption: 'A counted vote that it works again.',
      },
      {
        name: 'recovered-before',
        state: 'already-reported',
        act: 'recovered',
        badge: false,
        caption: 'Already voted; may vote again in half an hour.',
      },
      {
        name: 'recovering-arabic',
        state: 'arabic',
        act: 'open',
        badge: false,
        attributes: { lang: 'ar' },
        dir: 'rtl',
        caption: 'The panel, right to left, in Arabic.',
      },
    ],
  },
  {
    title: 'Content',
    entries: [
      {
        name: 'long-texts',
        caption: 'Texts of maximum length, and words that cannot be broken.',
      },
      { name: 'many-categories', caption: 'Twenty-four categories, the most a feed may have.' },
      { name: 'huge', caption: 'Eighteen million reports.' },
      {
        name: 'arabic',
        attributes: { lang: 'ar' },
        dir: 'rtl',
        caption: 'Right to left, in Arabic.',
      },
      {
        name: 'arabic-light',
        state: 'arabic',
        attributes: { lang: 'ar', theme: 'light' },
        dir: 'rtl',
        caption: 'Right to left, light.',
      },
      {
        name: 'official-side',
        attributes: { src: '/demo/vendor/api/v2/summary.json' },
        caption: 'The official side alone: no reports, no Report button.',
      },
    ],
  },
  {
    title: 'Themes',
    entries: [
      {
        name: 'light',
        state: 'partial-outage',
        attributes: { theme: 'light' },
        caption: 'theme="light", regardless of the page.',
      },
      {
        name: 'dark',
        state: 'partial-outage',
        attributes: { theme: 'dark' },
        caption: 'theme="dark", regardless of the page.',
      },
      {
        name: 'light-calm',
        state: 'operational',
        attributes: { theme: 'light' },
        caption: 'Light and calm.',
      },
      {
        name: 'dark-calm',
        state: 'operational',
        attributes: { theme: 'dark' },
        caption: 'Dark and calm.',
      },
    ],
  },
  {
    title: 'Widths',
    entries: [240, 280, 320, 800].map((width) => ({
      name: `width-${width}`,
      state: 'partial-outage',
      width,
      caption: `${width} px wide.`,
    })),
  },
];
