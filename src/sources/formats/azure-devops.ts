import type { Status } from '../../feed/index.js';
import { readWord, type Words } from '../impact.js';
import { isFields, readFields, readList, readText, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import type { VendorComponent } from '../vendor-page.js';
import { weighGroup } from '../weigh-group.js';

/** Words of `ScopeHealth`; its fifth is "unknown". An advisory is the lightest event that the page has. */
const WORDS: Words = new Map<unknown, Status>([
  ['healthy', 'operational'],
  ['advisory', 'degraded_performance'],
  ['degraded', 'degraded_performance'],
  ['unhealthy', 'major_outage'],
]);

const readService = (fields: Fields, path: string): readonly VendorComponent[] => {
  const name = readText(fields['id'], 60) ?? '';
  const parts = readList(fields['geographies'], `${path}.geographies`).map((geography) => ({
    name: `${name}: ${readText(geography['name'] ?? geography['id'], 60) ?? ''}`,
    status: readWord(WORDS, geography['health']),
  }));
  return [{ name, status: weighGroup(parts.map(({ status }) => status)), kind: 'group' }, ...parts];
};

/**
 * Azure DevOps, `https://status.dev.azure.com/_apis/status/health?api-version=7.1-preview.1`: the health of every service
 * in every geography, without incidents. Its own word for the whole is the worst of these.
 *
 * @see {@link https://learn.microsoft.com/en-us/rest/api/azure/devops/status/health/get}
 */
export const azureDevops: SourceFormat = {
  name: 'azure-devops',
  recognise: (document) =>
    isFields(document) && isFields(document['status']) && 'health' in document['status'],
  read(value) {
    const document = readFields(value, 'the document');
    const { health } = readFields(document['status'], 'status');
    return {
      name: 'Azure DevOps',
      url: 'https://status.dev.azure.com/',
      indicator: readWord(WORDS, health),
      indicatorIsOfParts: true,
      isIncomplete: !Array.isArray(document['services']),
      hasComponentList: true,
      components: readList(document['services'], 'services').flatMap((service, index) =>
        readService(service, `services[${index}]`),
      ),
      incidents: [],
      maintenances: [],
    };
  },
};
