// Puts the gallery on the page, or with `?only=name` only one of its states.
import { GALLERY } from './gallery-states.js';

const query = new URLSearchParams(location.search);
const only = query.get('only');

/** Attributes that the page's query may set on all widgets. */
const FROM_ADDRESS = ['theme', 'lang', 'variant', 'heading-level', 'refresh'];

function makeWidget({ name, state = name, attributes = {} }, extra = {}) {
  const widget = document.createElement('outage-status');
  const fromAddress = FROM_ADDRESS.flatMap((key) =>
    query.has(key) ? [[key, query.get(key)]] : [],
  );
  const all = {
    service: 'kik',
    server: `/demo/states/${state}/`,
    // These feeds never change, and a browser holds only six connections to one server.
    refresh: 'off',
    ...attributes,
    ...extra,
    ...Object.fromEntries(fromAddress),
  };
  for (const [key, value] of Object.entries(all)) widget.setAttribute(key, value);
  widget.textContent = 'Kik';
  return widget;
}

/** Resolves to a part of a widget once it is on screen. */
function waitForPart(widget, part) {
  const find = () => widget.shadowRoot.querySelector(`[part~="${part}"]`);
  return new Promise((resolve) => {
    const observer = new MutationObserver(settleOnceFound);
    function settleOnceFound() {
      if (!find()) return;
      observer.disconnect();
      resolve(find());
    }
    observer.observe(widget.shadowRoot, { childList: true, subtree: true });
    settleOnceFound();
  });
}

/** Runs an action once most of an element is in view, because a report moves the focus and so scrolls the page. */
function runOnceInView(element, run) {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      run();
    },
    { threshold: 0.5 },
  );
  observer.observe(element);
}

async function openReportPanel(widget) {
  (await waitForPart(widget, 'report-button')).click();
  await waitForPart(widget, 'send-button');
}

/** Does a visitor's actions that the state needs, once the data has loaded. */
function actOnLoad(widget, act) {
  const acts = {
    refresh: () => widget.refreshNow(),
    open: () => openReportPanel(widget),
    report: async () => {
      await openReportPanel(widget);
      await widget.report('messages');
    },
    recovered: async () => {
      await openReportPanel(widget);
      (await waitForPart(widget, 'recovered-button')).click();
    },
  };
  widget.addEventListener('outage-load', () => runOnceInView(widget, acts[act]), { once: true });
}

function makeCaption({ name, caption }) {
  const link = document.createElement('a');
  link.href = `?only=${name}`;
  link.textContent = name;
  const element = document.createElement('figcaption');
  element.append(link, caption);
  return element;
}

function makeFrame(entry) {
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.dir = query.get('dir') ?? entry.dir ?? 'ltr';
  const width = query.get('width') ?? entry.width;
  if (width) stage.style.width = `${Number(width)}px`;
  const widget = makeWidget(entry);
  if (entry.act) actOnLoad(widget, entry.act);
  if (widget.getAttribute('variant') === 'badge') {
    stage.append('Somebody says that ', widget, ' and reads on.');
  } else {
    stage.append(widget);
    // Tests of a single state need a single widget.
    if (entry.badge !== false && !only) {
      const sentence = document.createElement('p');
      sentence.className = 'sentence';
      sentence.append(
        'In a sentence, ',
        makeWidget(entry, { variant: 'badge' }),
        ' sits on the line.',
      );
      stage.append(sentence);
    }
  }
  const frame = document.createElement('figure');
  frame.className = 'frame';
  frame.id = entry.name;
  if (width) frame.dataset.width = width;
  frame.append(makeCaption(entry), stage);
  return frame;
}

function makeSection({ title, entries }) {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  const frames = document.createElement('div');
  frames.className = 'frames';
  frames.append(...entries.map(makeFrame));
  section.append(heading, frames);
  return section;
}

const theme = query.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;
document.body.classList.toggle('alone', only !== null);

const sections = GALLERY.map(({ title, entries }) => ({
  title,
  entries: entries.filter(({ name }) => only === null || name === only),
})).filter(({ entries }) => entries.length > 0);
const gallery = document.getElementById('gallery');
gallery.replaceChildren(...sections.map(makeSection));
if (sections.length === 0) gallery.textContent = `There is no state called ${only}.`;
