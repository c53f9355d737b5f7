// Eleventy plugin: {% outageStatus "kik" %} shows whether a service is up.

// https, or http on localhost for trials; no user name, query or fragment.
const ADDRESS =
  /^(https:\/\/[^\s"'<>\\?#@/]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)(\/[^\s"'<>\\?#]*)?$/i;
const ADDRESS_HINT = 'an address such as https://status.example';

/** The valid values of each option: a pattern for the whole text, and its description. */
const RULES = {
  service: [/^[a-z0-9][a-z0-9-]{0,63}$/, 'an id of a-z, 0-9 and -, at most 64 characters'],
  server: [ADDRESS, ADDRESS_HINT],
  variant: [/^(auto|badge|compact|card)$/, 'auto, badge, compact or card'],
  theme: [/^(auto|light|dark)$/, 'auto, light or dark'],
  lang: [/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'a language such as en or pt-BR'],
  name: [/^[^]{1,100}$/, 'a text of 1 to 100 characters'],
};
const SITE_RULES = {
  server: RULES.server,
  script: [ADDRESS, ADDRESS_HINT],
  integrity: [/^sha(256|384|512)-[A-Za-z0-9+/=]+$/, 'a hash such as sha384-…'],
};

// The room for the widget until it has loaded, by `variant`. Written by scripts/generate-docs.mjs of outage-status.
const ROOM = {
  auto: 'display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:calc(32em + clamp(0px,(40em - 100%)*999,2.7em) + clamp(0px,(35rem - 100%)*999,11.4em) + clamp(0px,(30em - 100%)*999,3.8em) + clamp(0px,(27em - 100%)*999,2.6em) + clamp(0px,(20rem - 100%)*999,2.7em) + clamp(0px,(17rem - 100%)*999,8.7em) - clamp(0px,(14.5rem - 100%)*999,47.2em))',
  card: 'display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:calc(32em + clamp(0px,(40em - 100%)*999,2.7em) + clamp(0px,(35rem - 100%)*999,11.4em) + clamp(0px,(30em - 100%)*999,3.8em) + clamp(0px,(27em - 100%)*999,2.6em) + clamp(0px,(20rem - 100%)*999,2.7em) + clamp(0px,(17rem - 100%)*999,8.7em))',
  badge: 'display:inline-block;min-width:8.95em',
  compact:
    'display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:calc(8.9em + clamp(0px,(35rem - 100%)*999,2em) + clamp(0px,(27rem - 100%)*999,1.6em) + clamp(0px,(20rem - 100%)*999,4.2em))',
};

const check = (options, rules) => {
  for (const [option, value] of Object.entries(options)) {
    if (!Object.hasOwn(rules, option)) {
      throw new Error(
        `outage-status: ${option}: there is no such option, only ${Object.keys(rules).join(', ')}`,
      );
    }
    const [pattern, hint] = rules[option];
    if (typeof value !== 'string' || !pattern.test(value)) {
      throw new Error(`outage-status: ${option}: expected ${hint}, got ${JSON.stringify(value)}`);
    }
  }
};

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);

/** Reads a word as the widget does: case and white space around it do not matter. */
const readWord = (text) => text.trim().toLowerCase();

/** Writes the attributes of a tag, without those that have no value. */
const attributes = (values) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('');

/** Reads options from an object, keyword arguments of Nunjucks, or texts such as `lang=ar`, which all languages allow. */
const readOptions = (argument) => {
  if (typeof argument !== 'string') {
    const { __keywords: _, ...options } = argument ?? {};
    // Template languages pass `null` or `undefined` for a missing value.
    return Object.entries(options).filter(([, value]) => value !== undefined && value !== null);
  }
  const [option, ...value] = argument.split('=');
  return [[option.trim(), value.join('=').trim()]];
};

/**
 * @param eleventyConfig Eleventy's configuration object.
 * @param site.server The feed server, e.g. `https://status.example`; a tag may name another.
 * @param site.script Address of the widget, if not from the server itself.
 * @param site.integrity Hash of that script, from `cdn/integrity.json` of its version.
 * @throws {Error} For an invalid option, here and in every tag; the message names it.
 */
export default function outageStatus(eleventyConfig, site = {}) {
  check(site, SITE_RULES);
  eleventyConfig.addShortcode('outageStatus', (service, ...more) => {
    const options = { service, ...Object.fromEntries(more.flatMap(readOptions)) };
    for (const option of ['variant', 'theme']) {
      if (typeof options[option] === 'string') options[option] = readWord(options[option]);
    }
    if (options.server === undefined && site.server !== undefined) options.server = site.server;
    check({ server: undefined, ...options }, RULES);

    const server = options.server.replace(/\/+$/, '');
    const { variant, theme, lang, name = service } = options;
    const element = attributes({ service, server, variant, theme, lang });
    const room = attributes({ style: ROOM[variant ?? 'auto'] });
    const page = attributes({ href: `${server}/${service}${lang ? `?lang=${lang}` : ''}` });
    const { script = `${server}/widget/outage-status.js`, integrity } = site;
    const crossorigin = integrity && 'anonymous';
    const feed = attributes({ href: `${server}/v1/services/${service}/status.json` });
    // Several tags may repeat the script and the preload: a browser loads each address only once.
    return (
      `<script type="module"${attributes({ src: script, integrity, crossorigin })}></script>` +
      `<link rel="preload" as="fetch" crossorigin${feed}>` +
      `<outage-status${element}><span${room}><a${page}>${escape(name)} status</a></span></outage-status>`
    );
  });
}
