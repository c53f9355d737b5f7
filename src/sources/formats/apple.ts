import type { Status } from '../../feed/index.js';
import { worseStatus } from '../../model/index.js';
import { IMPACT_OF_STATUS, readWord, type Words } from '../impact.js';
import {
  beginsWith,
  isFields,
  readFields,
  readList,
  readText,
  textOf,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
} from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['Available', 'operational'],
  ['Issue', 'degraded_performance'],
  ['Performance', 'degraded_performance'],
  ['Outage', 'partial_outage'],
  ['Maintenance', 'under_maintenance'],
]);

const OVER: readonly unknown[] = ['resolved', 'completed'];

interface Event {
  readonly fields: Fields;
  readonly service: string;
  readonly status: Status;
}

const readStatus = (event: Fields): Status => {
  const status = readWord(WORDS, event['statusType']);
  // An outage of one service for everybody who uses it, and not for some.
  const forAll = /^all\b/i.test(textOf(event['usersAffected']));
  return status === 'partial_outage' && forAll ? 'major_outage' : status;
};

const partsOf = ({ fields, service }: Event) => ({
  id: fields['messageId'],
  title: [service, readText(fields['message'], 200)].filter(Boolean).join(': '),
  begins: [fields['epochStartDate'], fields['startDate'], fields['datePosted']],
  ends: [fields['epochEndDate'], fields['endDate'], fields['datePosted']],
  components: [service],
});

/**
 * Apple, `https://www.apple.com/support/systemstatus/data/system_status_en_US.js`, which wraps its JSON in a function call:
 * every service with its events. What is over for some hours is still listed.
 */
export const apple: SourceFormat = {
  name: 'apple',

  recognise: (document) =>
    isFields(document) && beginsWith(document['services'], (first) => 'serviceName' in first),

  read(value, { checkedAtMs }) {
    const services = readList(readFields(value, 'the document')['services'], 'services').map(
      (service, index) => ({
        name: readText(service['serviceName'], 120) ?? '',
        events: readList(service['events'], `services[${index}].events`),
      }),
    );
    const events: readonly Event[] = services.flatMap(({ name, events: listed }) =>
      listed.map((fields) => ({ fields, service: name, status: readStatus(fields) })),
    );
    const isOver = ({ fields }: Event): boolean => OVER.includes(fields['eventStatus']);
    const isAhead = ({ fields }: Event): boolean => fields['eventStatus'] === 'upcoming';
    const isPlanned = ({ status }: Event): boolean => status === 'under_maintenance';
    const planned = sortMaintenances(
      events
        .filter((event) => isPlanned(event) && !isOver(event))
        .map((event) => readMaintenance(partsOf(event), !isAhead(event), checkedAtMs)),
    );
    const open = events.filter((event) => !isOver(event) && !isAhead(event));
    const components: readonly VendorComponent[] = services.map(({ name }) => ({
      name,
      status: open
        .filter(({ service }) => service === name)
        // "Available" while it goes on, or a word that we do not know, is of some weight.
        .map(({ status }) =>
          IMPACT_OF_STATUS[status] === 'none' || status === 'unknown'
            ? 'degraded_performance'
            : status,
        )
        .reduce<Status>(worseStatus, 'operational'),
    }));
    return {
      name: 'Apple',
      componentsAreMonitors: true,
      components,
      incidents: [
        ...events
          .filter((event) => !isPlanned(event) && !isAhead(event))
          .map((event) =>
            makeIncident(
              {
                ...partsOf(event),
                status: isOver(event) ? 'resolved' : 'investigating',
                // One service of many: its outage is a part of the whole.
                impact: event.status === 'major_outage' ? 'major' : IMPACT_OF_STATUS[event.status],
              },
              checkedAtMs,
            ),
          ),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },
};
