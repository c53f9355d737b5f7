import type { Incident } from '../../feed/index.js';
import {
  isFields,
  readFields,
  readList,
  readLooseList,
  readText,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { makeIncident, readMaintenance, sortMaintenances } from '../vendor-page.js';

const IMPACTS = new Map<unknown, Incident['impact']>([
  ['info', 'none'],
  ['warning', 'minor'],
  ['critical', 'critical'],
]);

/** Whether maintenance is under way; `complete` is over. */
const UNDER_WAY = new Map<unknown, boolean>([
  ['scheduled', false],
  ['in_progress', true],
]);

const isKnown = ({ maintenance_status: word }: Fields): boolean =>
  UNDER_WAY.has(word) || word === 'complete';

/** The English text of a list with one per language, else the first. */
const readTranslation = (value: unknown): string | undefined => {
  const texts = readLooseList(value);
  const english =
    texts.find(({ locale }) => locale === 'en_US') ??
    texts.find(({ locale }) => /^en\b|^en_/.test(readText(locale, 10) ?? ''));
  return readText((english ?? texts[0])?.['content'], 300);
};

/** The page gives no time at which maintenance begins or anything ends: `created_at` is when it was published. */
const partsOf = (fields: Fields) => ({
  id: fields['id'],
  title: readTranslation(fields['titles']),
  begins: [],
  updates: [
    ...readLooseList(fields['updates']).flatMap((update) => [
      update['created_at'],
      update['updated_at'],
    ]),
    fields['created_at'],
    fields['updated_at'],
  ],
  url: 'https://status.riotgames.com/',
});

/**
 * Riot Games: League of Legends and Teamfight Tactics in one region,
 * `https://lol.secure.dyn.riotcdn.net/channels/public/x/status/euw1.json`, and VALORANT,
 * `https://valorant.secure.dyn.riotcdn.net/channels/public/x/status/eu.json`, which the page for people reads. It lists
 * problems and maintenance only. The same shape is documented as `lol-status-v4` and `val-status-v1`, which need a key.
 *
 * @see {@link https://developer.riotgames.com/apis#lol-status-v4/GET_getPlatformData}
 */
export const riot: SourceFormat = {
  name: 'riot',
  recognise: (document) =>
    isFields(document) &&
    'locales' in document &&
    'incidents' in document &&
    'maintenances' in document,
  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const planned = readList(document['maintenances'], 'maintenances');
    const maintenances = sortMaintenances(
      planned
        .filter((fields) => UNDER_WAY.has(fields['maintenance_status']))
        .map((fields) =>
          readMaintenance(
            partsOf(fields),
            UNDER_WAY.get(fields['maintenance_status']),
            checkedAtMs,
          ),
        ),
    );
    return {
      name: readText(document['name'], 120),
      url: 'https://status.riotgames.com/',
      listsProblemsOnly: true,
      isIncomplete:
        ![document['incidents'], document['maintenances']].every(Array.isArray) ||
        !planned.every(isKnown),
      components: [],
      incidents: [
        ...readList(document['incidents'], 'incidents').map((fields) =>
          makeIncident(
            {
              ...partsOf(fields),
              status: 'investigating',
              impact: IMPACTS.get(fields['incident_severity']) ?? 'minor',
            },
            checkedAtMs,
          ),
        ),
        ...maintenances.incidents,
      ],
      maintenances: maintenances.maintenances,
    };
  },
};
