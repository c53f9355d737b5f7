import { isolateInLtr } from 'outage-status/texts';
import type { BuilderTexts } from './builder-texts.js';

const NPM_PACKAGE =
  'The package is “outage-status”. It is not on the npm registry yet: “npm pack” in a clone of the project makes the file to install.';

/** English. */
export const en: BuilderTexts = {
  title: 'Put a status on your page',
  intro: 'Choose a service, a place and a look, then copy the code for that place.',
  service: 'Service',
  serviceHint: 'Name of a service, or part of it',
  place: 'Place',
  kind: 'What to paste',
  options: {
    look: 'Look',
    theme: 'Colours',
    language: 'Language',
    size: 'Size',
    version: 'Version',
  },
  values: {
    look: { auto: 'Automatic', card: 'Card', badge: 'Badge', compact: 'Compact' },
    theme: { auto: 'Same as the page', light: 'Light', dark: 'Dark' },
    language: { auto: 'Automatic', en: 'English', ar: 'العربية' },
    size: { small: 'Small', medium: 'Medium', large: 'Large' },
    version: { pinned: 'Pinned, with its hash', newest: 'Always the newest' },
  },
  places: {
    site: 'My own site',
    wordpress: 'WordPress',
    ghost: 'Ghost',
    blogger: 'Blogger',
    wix: 'Wix',
    generator: 'Hugo, Jekyll, Eleventy, Astro',
    bundler: 'npm, with a bundler',
    server: 'A page made on a server',
    discourse: 'Discourse',
    phpbb: 'phpBB',
    xenforo: 'XenForo',
    mybb: 'MyBB, vBulletin',
    flarum: 'Flarum, NodeBB',
    readme: 'README on GitHub',
    notion: 'Notion',
    preview: 'Chat, or another link preview',
    reader: 'Feed reader',
  },
  kinds: {
    element: 'Live widget (HTML)',
    'custom-element': 'Live widget (fields)',
    bundler: 'Live widget (code)',
    render: 'Status in the HTML (JavaScript server)',
    ssi: 'Status in the HTML (nginx, SSI)',
    esi: 'Status in the HTML (Varnish, ESI)',
    php: 'Status in the HTML (PHP)',
    iframe: 'Frame (HTML)',
    'frame-address': 'Frame (address)',
    address: 'Address on its own line (oEmbed)',
    picture: 'Picture (HTML)',
    markdown: 'Picture (Markdown)',
    bbcode: 'Picture (BBCode)',
    link: 'Link',
    feed: 'Feed (Atom)',
  },
  parts: {
    script: 'Server URL',
    tag: 'Tag',
    attributes: 'Attributes',
    code: 'Code',
    server: 'On the server, once',
    page: 'In the page',
  },
  show: 'Show',
  paste: 'Paste this',
  preview: 'What it looks like',
  copy: 'Copy',
  copyPart: (part) => `Copy: ${part}`,
  copied: 'Copied.',
  selected: 'The text is selected: copy it with your keyboard or the menu.',
  updated: 'Updated.',
  failed: 'The server did not answer. Try again with “Show”.',
  share: 'Link to this choice',
  unknownValue: (field, value, used) =>
    `${field}: there is no “${isolateInLtr(value)}”. Using “${isolateInLtr(used)}”.`,
  noService: (query, used) =>
    `No service matches “${isolateInLtr(query)}”. Using “${isolateInLtr(used)}”.`,
  otherMatches: 'Also found:',
  noServices: 'This server has no services yet.',
  notes: {
    site: {
      element:
        'Put the first two lines into the page once, as early as you can, and the third wherever you want the status.',
      iframe: 'The second line follows the height of what is in the frame. You may leave it out.',
    },
    wordpress: {
      address:
        'On a line of its own, WordPress turns it into a frame. Every author may do that, on multisite networks too.',
      element:
        'Goes into a “Custom HTML” block, which administrators and editors of a single site have; elsewhere only super administrators. WordPress.com needs a plan with plugins.',
      iframe:
        'Goes into a “Custom HTML” block, which administrators and editors of a single site have.',
      picture: 'Works for every author.',
    },
    ghost: {
      address: 'Paste it on a line of its own, and Ghost turns it into a frame.',
      element: 'Goes into an HTML card. E-mails leave out scripts and frames.',
      iframe: 'Goes into an HTML card. E-mails leave out scripts and frames.',
      picture: 'Goes into an HTML card.',
    },
    blogger: {
      all: 'Goes into an “HTML/JavaScript” gadget, or into the HTML view of a post.',
    },
    wix: {
      'custom-element':
        'Add a “Custom Element”, choose “Server URL”, and fill in these fields. Wix asks for an address with https.',
      'frame-address': 'Add “Embed a site” and give it this address.',
    },
    generator: {
      all: 'Eleventy, Jekyll and Astro keep HTML. Hugo removes it from Markdown unless “markup.goldmark.renderer.unsafe” is set: put it into a layout or a shortcode.',
    },
    bundler: { all: NPM_PACKAGE },
    server: {
      all: 'The script may stand anywhere in the page, once; the status is where the second line is, with and without JavaScript. Set the language to that of the page.',
      render: NPM_PACKAGE,
      ssi: 'The page is a file below “root”. nginx looks up the name when it starts, and does not start while that fails.',
      esi: 'The backend “site” is your own server. Varnish speaks plain http to its backends: name the feed server’s own port, or a local proxy that adds TLS.',
      php: 'Asks for every view of the page. Where pages are many, keep the answer for 15 seconds.',
    },
    discourse: {
      markdown:
        'The picture stays current as long as Discourse does not copy it: administrators must add this server to “disabled image download domains”.',
      iframe: 'Administrators must add the address of the frame to “allowed iframes”.',
      address:
        'Becomes a preview that Discourse keeps for a day and then for good; a frame only where “allowed iframes” has this server.',
    },
    phpbb: {
      bbcode:
        'Pictures must be allowed in the forum. phpBB calls every picture “Image”, hence the words beside it.',
    },
    xenforo: {
      bbcode:
        'If the forum’s image proxy is on, the proxy decides how often the picture is renewed.',
    },
    mybb: {
      bbcode:
        'MyBB uses the file’s name as the picture’s alternative text, which is why the name is long.',
    },
    flarum: { markdown: 'Goes into a post as it is.' },
    readme: {
      all: 'Follows the reader’s colour scheme. GitHub’s image proxy fetches it again after a minute.',
    },
    notion: { 'frame-address': 'Type “/embed” and paste the address.' },
    preview: {
      link: 'Chats and forums turn the link into a card and keep it, for a day or for ever. So the card’s text says nothing about the current status, and its picture shows the time.',
    },
    reader: { feed: 'Changes of the status and incidents, newest first.' },
  },
  versionNotes: {
    pinned:
      'A browser runs exactly this release or, if the hash differs, nothing; then what is in the tag stays. The server keeps every release that it has served.',
    newest: 'The widget changes when the server is updated.',
  },
};
