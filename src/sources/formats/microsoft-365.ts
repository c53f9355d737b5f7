import type { Status } from '../../feed/index.js';
import { impactOfStatuses, readWord, type Words } from '../impact.js';
import { isListOf, readList, readText, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { makeIncident } from '../vendor-page.js';

/** The page's own list of words, whose fifth is "Unknown", without spaces and in lower case. */
const WORDS: Words = new Map<unknown, Status>([
  ['operational', 'operational'],
  ['available', 'operational'],
  ['servicerestored', 'operational'],
  ['servicedegradation', 'degraded_performance'],
]);

const statusOf = ({ Status: word }: Fields): Status =>
  readWord(WORDS, readText(word, 60)?.replaceAll(' ', '').toLowerCase());

const nameOf = (post: Fields): string =>
  readText(post['ServiceDisplayName'] ?? post['ServiceWorkloadName'], 120) ?? '';

/** Stands for the id of a post that does not exist. */
const NO_ID = /^[0-]+$/;

/**
 * Microsoft 365 and Microsoft's services for consumers, `https://status.cloud.microsoft/api/posts/m365Consumer`: one post
 * for every service, with a word and, while there is a problem, a message. What companies use (Exchange Online, Teams,
 * SharePoint) is in no public list: only their administrators see it. `/api/posts/mac`, a single post, tells only whether
 * the admin center can be reached, so it is not read.
 *
 * `LastUpdatedTime` is the time of the answer, not of a change. `AuthoredDateTime` is that of the post, in the year 1 if
 * there is none.
 *
 * Undocumented; as the page's own script and captures of 2026 have it.
 *
 * @see {@link https://learn.microsoft.com/en-us/microsoft-365/enterprise/view-service-health} for what the page is
 */
export const microsoft365: SourceFormat = {
  name: 'microsoft-365',
  recognise: (document) =>
    isListOf(document, (first) => 'ServiceDisplayName' in first && 'Status' in first),
  read(document, { checkedAtMs }) {
    const posts = readList(document, 'the document');
    const troubled = posts.filter((post) => !['operational', 'unknown'].includes(statusOf(post)));
    return {
      name: 'Microsoft 365',
      url: 'https://status.cloud.microsoft/',
      hasComponentList: true,
      components: posts.map((post) => ({ name: nameOf(post), status: statusOf(post) })),
      incidents: troubled.map((post) => {
        const id = readText(post['Id'], 128);
        return makeIncident(
          {
            id: id && NO_ID.test(id) ? undefined : id,
            title: [nameOf(post), readText(post['Title'], 200)].filter(Boolean).join(': '),
            status: 'investigating',
            impact: impactOfStatuses([statusOf(post)]),
            isOfParts: true,
            begins: [],
            updates: [post['AuthoredDateTime']],
            components: [nameOf(post)].filter(Boolean),
          },
          checkedAtMs,
        );
      }),
      maintenances: [],
    };
  },
};
