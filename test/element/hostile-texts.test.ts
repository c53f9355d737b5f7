import { expect } from '@open-wc/testing';
import { listPaths, readPath, withPath } from '../feed/json-paths.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { clearPage, freshFeed, nextEvent, place, until } from './widget-test-page.js';

const KIK = 'v1/services/kik/status.json';
const MARKUP = '<img src=x onerror="globalThis.ran=1"><script>ran=1</script></style>${1}';
// Texts that mean something to the program; everything else is free text.
const MEANT =
  /^(id|url|status|impact|source|indicator|unknownReason|verdict|reports|.*At|since|kind|failure)$/;

describe('texts of a hostile feed', () => {
  afterEach(clearPage);

  it('stay text wherever they are shown, in every panel', async () => {
    let feed = freshFeed();
    const places = listPaths(feed).filter(
      (path) => typeof readPath(feed, path) === 'string' && !MEANT.test(String(path.at(-1))),
    );
    for (const path of places) feed = withPath<typeof feed>(feed, path, MARKUP);
    expect(places.length).to.be.greaterThan(5);
    const server = await scriptFeed({ [KIK]: { body: feed } });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    await nextEvent(element, 'outage-load');
    const root = element.shadowRoot!;
    await until(element, () => root.querySelector('[part=actions]'));
    const seen = [root.textContent];
    for (const button of root.querySelectorAll<HTMLElement>('[part=actions] button')) {
      button.click();
      await element.updateComplete;
      await until(element, () => button.getAttribute('aria-expanded') === 'true');
      seen.push(root.textContent);
      expect(root.querySelectorAll('img, script').length).to.equal(0);
      expect(root.querySelectorAll('[onerror]').length).to.equal(0);
    }
    expect(seen.every((text) => text.includes('<img src=x'))).to.equal(true);
    expect((globalThis as { ran?: number }).ran).to.equal(undefined);
  });

  it('may repeat an id', async () => {
    const feed = freshFeed();
    const { categories } = feed.community!;
    const twice = [...categories, ...categories].slice(0, 8);
    const server = await scriptFeed({
      [KIK]: {
        body: {
          ...feed,
          community: { ...feed.community, categories: twice },
          incidents: [...feed.incidents, ...feed.incidents],
          related: [...feed.related, ...feed.related],
        },
      },
    });
    const element = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    const outcome = await Promise.race([
      nextEvent(element, 'outage-load').then(() => 'shown'),
      nextEvent(element, 'outage-error').then(({ error }) => error.code),
    ]);
    expect(outcome).to.equal('shown');
    await until(element, () => element.shadowRoot!.querySelector('[part=actions]'));
  });
});
