// Puts a hundred widgets on the page and counts their requests and files from the browser's own records.

const WIDGETS = 100;
/** Every fourth widget is a card; the others are badges in a sentence, and cards reduced for a narrow column. */
const FORMS = [
  { variant: 'card', 'without-guide': '' },
  { variant: 'badge' },
  { variant: 'badge' },
  { 'without-breakdown': '', 'without-guide': '', 'without-official': '' },
];

const readout = (id, value) => {
  document.getElementById(id).textContent = String(value);
};

function makeWidget(service, attributes) {
  const widget = document.createElement('outage-status');
  widget.setAttribute('service', service.id);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  widget.textContent = service.name;
  if (attributes.variant !== 'badge') return widget;
  const sentence = document.createElement('p');
  sentence.append(`${service.name} says `, widget, ' at the moment.');
  return sentence;
}

let feedRequests = 0;
let files = 0;
new PerformanceObserver((list) => {
  for (const { name } of list.getEntries()) {
    const { pathname } = new URL(name);
    if (pathname.endsWith('/status.json')) feedRequests += 1;
    if (pathname.startsWith('/widget/')) files += 1;
  }
  readout('feed-requests', feedRequests);
  readout('files', files);
}).observe({ type: 'resource', buffered: true });

let loaded = 0;
document.addEventListener('outage-load', () => {
  loaded += 1;
  readout('loaded', loaded);
});

const { services } = await (await fetch('/v1/services?limit=100')).json();
const wall = document.getElementById('wall');
// Each run through the services starts one form later, so that every service appears in every form.
wall.append(
  ...Array.from({ length: WIDGETS }, (_, index) => {
    const round = Math.floor(index / services.length);
    return makeWidget(services[index % services.length], FORMS[(index + round) % FORMS.length]);
  }),
);
readout('widgets', wall.querySelectorAll('outage-status').length);
readout('feeds', Math.min(WIDGETS, services.length));
