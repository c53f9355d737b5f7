import type { Status } from '../../feed/index.js';
import { readWord, type Words } from '../impact.js';
import { isFields, readFields, readList, readText, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import type { VendorComponent } from '../vendor-page.js';

/** The class of a paused monitor, which says nothing of what it watched. */
const PAUSED = 'black';

const CLASSES: Words = new Map<unknown, Status>([
  ['success', 'operational'],
  ['danger', 'major_outage'],
]);

/** Most monitors of a page; more are not believed, as a list of that length is not. */
const MOST_MONITORS = 5000;

const readCount = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_MONITORS
    ? value
    : undefined;

const readMonitor = ({ name, statusClass }: Fields): VendorComponent => ({
  name: readText(name, 120) ?? '',
  status: statusClass === PAUSED ? undefined : readWord(CLASSES, statusClass),
});

/** Monitors without a name that stand for those of a status which are counted, but not listed. */
const addUnlisted = (
  listed: readonly VendorComponent[],
  status: Status,
  count = 0,
): readonly VendorComponent[] => {
  const missing = count - listed.filter((monitor) => monitor.status === status).length;
  return Array.from({ length: Math.max(0, missing) }, () => ({ name: '', status }));
};

/**
 * UptimeRobot, `<page>/api/getMonitorList/<key>`; the page names it in `window.pspApiPath`. It lists 30 monitors and counts
 * all of them, by which the others count, too. `count_result` says "All Clear" even where every monitor is paused, and
 * `latest_downtime` does not say whether it is over, so neither is read.
 *
 * @see {@link https://github.com/Linuxfabrik/monitoring-plugins/tree/main/check-plugins/uptimerobot/unit-test/stdout}
 */
export const uptimerobot: SourceFormat = {
  name: 'uptimerobot',
  recognise: (document) =>
    isFields(document) &&
    ['psp', 'monitor'].some((holder) => isFields(document[holder])) &&
    ('statistics' in document || 'days' in document),
  read(value) {
    const document = readFields(value, 'the document');
    const { monitor, data } = document;
    const page = readFields(document['psp'], 'psp');
    const counts = readFields(
      readFields(document['statistics'], 'statistics')['counts'],
      'statistics.counts',
    );
    // A page of a single monitor has that instead of a list, and newer pages have the list in `data`.
    const list = page['monitors'] ?? data;
    const listed = (
      isFields(monitor) ? [monitor] : readList(list, page['monitors'] ? 'psp.monitors' : 'data')
    ).map(readMonitor);
    const [up, down, paused] = ['up', 'down', 'paused'].map((name) => readCount(counts[name]));
    const components = [
      ...listed,
      ...addUnlisted(listed, 'operational', up),
      ...addUnlisted(listed, 'major_outage', down),
    ];
    const total = isFields(monitor) ? 1 : readCount(page['totalMonitors']);
    const known = Math.max(listed.length, (up ?? 0) + (down ?? 0) + (paused ?? 0));
    return {
      name: readText(document['title'], 120),
      isIncomplete: document['status'] !== 'ok' || total === undefined || known < total,
      hasComponentList: true,
      components,
      incidents: [],
      maintenances: [],
    };
  },
};
