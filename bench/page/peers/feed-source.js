// One request and one event stream per feed, shared by all readers; as in hand-written.js, for the peers with a library.
const feeds = new Map();

/** Calls back with every feed of a URL, starting with the current one. */
export function follow(url, reader) {
  let feed = feeds.get(url);
  if (!feed) {
    feeds.set(url, (feed = { readers: [] }));
    const take = (value) => feed.readers.forEach((show) => show((feed.value = value)));
    fetch(url)
      .then((answer) => answer.json())
      .then((value) => {
        take(value);
        new EventSource(new URL('events', url)).addEventListener('feed', (event) =>
          take(JSON.parse(event.data)),
        );
      });
  }
  feed.readers.push(reader);
  if (feed.value) reader(feed.value);
}

export const WORDS = {
  operational: 'Operational',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
  under_maintenance: 'Under maintenance',
};
