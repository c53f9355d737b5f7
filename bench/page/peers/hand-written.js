// An element written in an afternoon: one request and one event stream per feed, the status, the number of reports.
const WORDS = {
  operational: 'Operational',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
  under_maintenance: 'Under maintenance',
};
const feeds = new Map();

function follow(url, reader) {
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

customElements.define(
  'hand-written',
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML =
        '<style>:host{display:block;font:16px sans-serif;border:1px solid #ccc;border-radius:8px;padding:12px;min-height:40px}</style><b></b> <i></i><p></p>';
      const [name, status, count] = root.querySelectorAll('b,i,p');
      follow(this.getAttribute('src'), (feed) => {
        name.textContent = feed.service.name;
        status.textContent = WORDS[feed.status] ?? 'Unknown';
        count.textContent = `${feed.community.reportCount} reports in the last hour, usually ${feed.community.typicalCount}`;
      });
    }
  },
);
