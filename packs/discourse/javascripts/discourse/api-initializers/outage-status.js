// Shows the live status in posts: replaces [wrap=outage-status service=kik][/wrap], <div data-outage-status="kik">, and a
// link to a service's page on a line of its own.
import { apiInitializer } from 'discourse/lib/api';

/* global settings -- Discourse gives the theme's settings under this name. */

const SERVICE = /^[a-z0-9][a-z0-9-]{0,63}$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
const CHOICES = { variant: ['auto', 'badge', 'compact', 'card'], theme: ['auto', 'light', 'dark'] };

// First path segments of the server's own pages, which no service has as its id.
const NO_SERVICES = [
  'assets',
  'badge',
  'card',
  'embed',
  'fragment',
  'notify',
  'oembed',
  'services',
  'v1',
  'widget',
];

// The room for the widget until it has loaded, by `variant`. Written by scripts/generate-docs.mjs of outage-status.
const ROOM = {
  auto: 'display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:calc(32em + clamp(0px,(40em - 100%)*999,2.7em) + clamp(0px,(35rem - 100%)*999,11.4em) + clamp(0px,(30em - 100%)*999,3.8em) + clamp(0px,(27em - 100%)*999,2.6em) + clamp(0px,(20rem - 100%)*999,2.7em) + clamp(0px,(17rem - 100%)*999,8.7em) - clamp(0px,(14.5rem - 100%)*999,47.2em))',
  card: 'display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:calc(32em + clamp(0px,(40em - 100%)*999,2.7em) + clamp(0px,(35rem - 100%)*999,11.4em) + clamp(0px,(30em - 100%)*999,3.8em) + clamp(0px,(27em - 100%)*999,2.6em) + clamp(0px,(20rem - 100%)*999,2.7em) + clamp(0px,(17rem - 100%)*999,8.7em))',
  badge: 'display:inline-block;min-width:8.95em',
  compact:
    'display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:calc(8.9em + clamp(0px,(35rem - 100%)*999,2em) + clamp(0px,(27rem - 100%)*999,1.6em) + clamp(0px,(20rem - 100%)*999,4.2em))',
};

const MARKS = '[data-wrap="outage-status"], [data-outage-status]';
const LINKS = 'a.onebox[href], aside.onebox[data-onebox-src]';

/** Reads an address from the settings, without slash at the end. If it is invalid: logs a warning, returns `undefined`. */
const readAddress = (setting) => {
  const address = settings[setting].trim().replace(/\/+$/, '');
  if (!address) return undefined;
  if (URL.canParse(address)) {
    const { protocol, hostname, username, search, hash } = new URL(address);
    const isSafe = protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname);
    if (isSafe && /^https?:$/.test(protocol) && !username && !search && !hash) return address;
  }
  // oxlint-disable-next-line no-console -- the only place where an administrator can see the mistake.
  console.warn(`outage-status: ${setting}: expected an https address, got "${address}"`);
  return undefined;
};

/** Loads the widget, once per page; `strict-dynamic` allows a script that a trusted script adds. */
const loadWidget = (server) => {
  if (document.querySelector('script[data-outage-status-widget]')) return;
  const script = document.createElement('script');
  script.type = 'module';
  script.dataset.outageStatusWidget = '';
  if (settings.integrity) {
    script.integrity = settings.integrity;
    script.crossOrigin = 'anonymous';
  }
  script.src = readAddress('script') ?? `${server}/widget/outage-status.js`;
  document.head.append(script);
};

/** Makes the widget with a link inside, shown until the status has loaded. Drops options that a post may not set. */
const createWidget = (server, { service, variant, theme, lang }) => {
  const widget = document.createElement('outage-status');
  widget.setAttribute('service', service);
  widget.setAttribute('server', server);
  for (const [option, value] of Object.entries({ variant, theme })) {
    // As the widget reads it: case and white space around the word do not matter.
    const word = value?.trim().toLowerCase();
    const chosen = CHOICES[option].includes(word) ? word : settings[option];
    if (chosen !== 'auto') widget.setAttribute(option, chosen);
  }
  const link = document.createElement('a');
  link.href = `${server}/${service}`;
  link.textContent = `${service} status`;
  if (lang && LANGUAGE.test(lang)) {
    widget.setAttribute('lang', lang);
    link.search = `?lang=${lang}`;
  }
  const room = document.createElement('span');
  // Not as an attribute, which the forum's policy may refuse.
  room.style.cssText = ROOM[widget.getAttribute('variant') ?? 'auto'];
  room.append(link);
  widget.append(room);
  return widget;
};

/** Reads the options of a mark in a post. Inside a line only a badge fits. */
const readMark = ({ tagName, dataset }) => ({
  service: dataset.service ?? dataset.outageStatus ?? '',
  variant: dataset.variant ?? (tagName === 'SPAN' ? 'badge' : undefined),
  theme: dataset.theme,
  lang: dataset.lang,
});

/** The service whose page a link opens; `undefined` for other links. */
const readLink = (server, link) => {
  const address = link.getAttribute('href') ?? link.dataset.oneboxSrc;
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, searchParams } = new URL(address);
  const root = new URL(`${server}/`);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
  const service = pathname.slice(root.pathname.length).replace(/\/$/, '');
  if (!SERVICE.test(service) || NO_SERVICES.includes(service)) return undefined;
  return { service, lang: searchParams.get('lang') };
};

export default apiInitializer('1.8.0', (api) => {
  const server = readAddress('server');
  if (!server) return;

  const decorate = (post) => {
    for (const mark of post.querySelectorAll(MARKS)) {
      const options = readMark(mark);
      if (SERVICE.test(options.service)) {
        mark.replaceWith(createWidget(server, options));
      } else {
        mark.dir = 'ltr';
        mark.textContent = `outage-status: service: expected an id of a-z, 0-9 and -, got "${options.service}"`;
      }
    }
    if (settings.replace_links) {
      for (const link of post.querySelectorAll(LINKS)) {
        const options = readLink(server, link);
        if (options) link.replaceWith(createWidget(server, options));
      }
    }
    if (post.querySelector('outage-status')) loadWidget(server);
  };

  // Posts only: the editor rewrites its preview with every key press.
  api.decorateCookedElement(decorate, { id: 'outage-status', onlyStream: true });
});
