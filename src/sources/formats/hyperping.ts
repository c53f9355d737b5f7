import type { Status } from '../../feed/index.js';
import { readWord, type Words } from '../impact.js';
import { isFields, readFields, readList, readText } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';

/** The page's words, each about all services: "outage" says that none of them works, "incident" that some do not. */
const WORDS: Words = new Map<unknown, Status>([
  ['up', 'operational'],
  ['maintenance', 'under_maintenance'],
  ['incident', 'partial_outage'],
  ['outage', 'major_outage'],
  // The words of the older address, which also lists the services, each with "up", "maintenance" or "down".
  ['partialoutage', 'partial_outage'],
  ['down', 'major_outage'],
]);

/**
 * Hyperping, `<page>/status.json`: one word for the page, and the older `api.hyperping.io/v1/<page>/status.json`, with one
 * per service. In the newer one "maintenance" of one service comes before an outage of the others, so it rules none out.
 *
 * @see {@link https://hyperping.com/docs/status-page/status-page-json}
 * @see {@link https://hyperping.io/blog/how-to-show-a-top-level-status-of-your-services-using-our-api-endpoint}
 */
export const hyperping: SourceFormat = {
  name: 'hyperping',
  recognise: (document) =>
    isFields(document) &&
    'indicator' in document &&
    ('uptime' in document || Array.isArray(document['services'])),
  read(value) {
    const document = readFields(value, 'the document');
    const { services } = document;
    const listsServices = 'services' in document;
    return {
      name: readText(document['name'], 120),
      url: document['url'],
      indicator: readWord(WORDS, document['indicator']),
      isIncomplete: listsServices && !Array.isArray(services),
      hasComponentList: listsServices,
      components: readList(services, 'services').map(({ name, indicator }) => ({
        name: readText(name, 120) ?? '',
        status: readWord(WORDS, indicator),
      })),
      incidents: [],
      maintenances: [],
    };
  },
};
