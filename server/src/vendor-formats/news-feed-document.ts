import { DomUtils, parseDocument } from 'htmlparser2';
import { FeedError } from 'outage-status/feed';
import { htmlToText } from './html-text.js';

/** Most entries that a feed may have. */
const MOST_ENTRIES = 5000;

const BEGINNING = /<(rss|feed|rdf:RDF)[\s>]/;
const END = /<\/(rss|feed|rdf:RDF)>\s*$/;

/** One entry of an RSS or Atom feed. */
export interface NewsEntry {
  readonly id: string | undefined;
  readonly title: string;
  readonly link: string | undefined;
  /** When the entry was last changed, otherwise published. */
  readonly updatedAtMs: number | undefined;
  /** Its whole content as text, one line per paragraph, then its summary, as far as it has them. */
  readonly texts: readonly string[];
}

/** An RSS or Atom feed. A class, so that no JSON document can pass as one. */
export class NewsFeedDocument {
  constructor(
    readonly title: string | undefined,
    /** Address of the page that the feed belongs to. */
    readonly link: string | undefined,
    readonly entries: readonly NewsEntry[],
    /** What the feed says of itself. */
    readonly description?: string,
  ) {}
}

const refuse = (seen: string): never => {
  throw new FeedError('invalid', `the document: expected RSS or Atom, got ${seen}`);
};

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The elements that may hold an entry's text: first its whole content, then what may be a summary. */
const BODIES = ['content:encoded', 'content', 'description', 'summary'];

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const readTexts = (entry: Element | undefined): readonly string[] =>
  BODIES.flatMap((name) => DomUtils.getElementsByTagName(name, entry?.children ?? [], false))
    .map((body) =>
      htmlToText(
        body.attribs['type'] === 'xhtml' ? DomUtils.getInnerHTML(body) : DomUtils.textContent(body),
      ),
    )
    .filter((text) => text !== '');

/** Whether a text claims to be RSS or Atom. */
export const looksLikeNewsFeed = (text: string): boolean => BEGINNING.test(text.slice(0, 2000));

/**
 * Parses RSS 1 and 2 and Atom.
 *
 * The parser accepts anything, but a feed with a lost entry could hide an outage. So a feed is rejected if its start and end
 * differ, or if the number of its entries is not the number parsed.
 *
 * @throws {FeedError} `invalid` if it is neither, or incomplete.
 */
export function parseNewsFeed(text: string): NewsFeedDocument {
  const beginning = BEGINNING.exec(text.slice(0, 2000))?.[1];
  if (!beginning) return refuse('something else');
  if (END.exec(text.slice(-200))?.[1] !== beginning) return refuse('one that is cut short');
  const document = parseDocument(text, { xmlMode: true }).children;
  const feed = DomUtils.getFeed(document) ?? refuse('something like it');
  const opened = countOf(text, /<(?:item|entry)[\s>]/g);
  const closed = countOf(text, /<\/(?:item|entry)\s*>/g);
  if (opened !== closed || opened !== feed.items.length) return refuse('one with broken entries');
  if (opened > MOST_ENTRIES) return refuse(`one with ${opened} entries`);
  // Instatus's entries only have a publication date, which the parser ignores in Atom.
  const elements = DomUtils.getElementsByTagName(
    (name) => name === 'item' || name === 'entry',
    document,
  );
  return new NewsFeedDocument(
    feed.title,
    feed.link,
    feed.items.map(({ id, title, link, pubDate }, index) => {
      const [published] = DomUtils.getElementsByTagName('published', elements[index] ?? []);
      const dates = [pubDate?.getTime(), published && Date.parse(DomUtils.textContent(published))];
      return {
        id,
        title: htmlToText(title ?? '').replaceAll('\n', ' '),
        link,
        updatedAtMs: dates.find((atMs) => atMs !== undefined && !Number.isNaN(atMs)),
        texts: readTexts(elements[index]),
      };
    }),
    feed.description,
  );
}
