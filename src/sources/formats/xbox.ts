import type { Status } from '../../feed/index.js';
import { readWord, type Words } from '../impact.js';
import { isFields, readFields, readList, readText, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import type { VendorComponent } from '../vendor-page.js';

/** "None" means no problem. The other words are those that several clients know. */
const WORDS: Words = new Map<unknown, Status>([
  ['None', 'operational'],
  ['Limited', 'degraded_performance'],
  ['Impacted', 'partial_outage'],
  ['Unavailable', 'major_outage'],
]);

const statusOf = (fields: Fields, path: string): Status =>
  readWord(WORDS, readFields(fields['Status'], `${path}.Status`)['Name']);

/** A category, e.g. "Account & profile", and what one does with it, e.g. "Sign-in". */
const readCategory = (fields: Fields, path: string): readonly VendorComponent[] => {
  const name = readText(fields['Name'], 60) ?? '';
  const scenarios = readList(fields['Scenarios'], `${path}.Scenarios`).map((scenario, index) => ({
    name: `${name}: ${readText(scenario['Name'], 60) ?? ''}`,
    status: statusOf(scenario, `${path}.Scenarios[${index}]`),
  }));
  const category = { name, status: statusOf(fields, path) };
  return scenarios.length > 0 ? [{ ...category, kind: 'group' }, ...scenarios] : [category];
};

/**
 * Xbox, `https://xnotify.xboxlive.com/servicestatusv6/US/en-US`, which support.xbox.com shows: services and apps by
 * category. It answers with JSON where the request accepts that, else with XML. Its one time, `LastUpdated`, is that of the
 * answer.
 *
 * Undocumented; as a capture of September 2026 has it, and as several clients read it.
 *
 * @see {@link https://github.com/hani-sul/Wakz/blob/5cb9cae3736df13fdf25f551a383ff70fbe0579e/tools/research/check-xbox.mjs}
 */
export const xbox: SourceFormat = {
  name: 'xbox',
  recognise: (document) =>
    isFields(document) &&
    isFields(document['Status']) &&
    'Overall' in document['Status'] &&
    'CoreServices' in document,
  read(value) {
    const document = readFields(value, 'the document');
    const overall = readFields(
      readFields(document['Status'], 'Status')['Overall'],
      'Status.Overall',
    );
    const lists = ['CoreServices', 'Titles'];
    return {
      name: 'Xbox',
      url: 'https://support.xbox.com/xbox-live-status',
      indicator: readWord(WORDS, overall['State']),
      indicatorIsOfParts: true,
      isIncomplete: lists.some((list) => !Array.isArray(document[list])),
      hasComponentList: true,
      components: lists.flatMap((list) =>
        readList(document[list], list).flatMap((category, index) =>
          readCategory(category, `${list}[${index}]`),
        ),
      ),
      incidents: [],
      maintenances: [],
    };
  },
};
