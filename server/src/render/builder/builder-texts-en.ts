import type { BuilderTexts } from './builder-texts.js';

/** English. */
export const en: BuilderTexts = {
  title: 'Put a status on your page',
  intro: 'Choose a service, a place and a look, then copy a snippet that the place accepts.',
  service: 'Service',
  serviceHint: 'Name of a service, or a part of it',
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
    theme: { auto: 'As the page', light: 'Light', dark: 'Dark' },
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
  },
  show: 'Show',
  paste: 'Paste this',
  preview: 'What it looks like',
  copy: 'Copy',
  copyPart: (part) => `Copy: ${part}`,
  copied: 'Copied.',
  selected: 'The snippet is selected: copy it with your keyboard or the menu.',
  updated: 'Updated.',
  failed: 'The server did not answer. Try again with “Show”.',
  share: 'Link to this choice',
  unknownValue: (field, value, used) => `${field}: there is no “${value}”. “${used}” is used.`,
  noService: (query, used) => `No service matches “${query}”. “${used}” is used.`,
  otherMatches: 'Also found:',
  noServices: 'This server has no services yet.',
  notes: {
    site: {
      element:
        'Put the first line into the page once, and the second wherever you want the status.',
      iframe: 'The second line sets the height of the frame. You may leave it out.',
    },
    wordpress: {
      address:
        'WordPress turns an address on a line of its own into a frame. Every author may do this, also on sites with many authors.',
      element:
        'Goes into a block “Custom HTML”, which administrators and editors of a single site have; elsewhere only super administrators. WordPress.com needs a plan with plugins.',
      iframe:
        'Goes into a block “Custom HTML”, which administrators and editors of a single site have.',
      picture: 'WordPress keeps it for every author.',
    },
    ghost: {
      address: 'Ghost turns an address pasted on a line of its own into a frame.',
      element: 'Goes into an HTML card. Mails leave out scripts and frames.',
      iframe: 'Goes into an HTML card. Mails leave out scripts and frames.',
      picture: 'Goes into an HTML card.',
    },
    blogger: {
      all: 'Goes into a gadget “HTML/JavaScript”, or into the HTML view of a post.',
    },
    wix: {
      'custom-element':
        'Add a “Custom Element”, choose “Server URL”, and fill in these fields. Wix asks for an address with https.',
      'frame-address': 'Add “Embed a site” and give it this address.',
    },
    generator: {
      all: 'Eleventy, Jekyll and Astro accept HTML. Hugo removes it from Markdown unless “markup.goldmark.renderer.unsafe” is set: put it into a layout or a shortcode.',
    },
    bundler: {
      all: 'The package is “outage-status”. It is not on the npm registry yet: run “npm pack” in a clone of the project to make the file to install.',
    },
    discourse: {
      markdown:
        'The picture stays current only if Discourse does not copy it: administrators must list this server in “disabled image download domains”.',
      iframe: 'Administrators must add the address of the frame to “allowed iframes”.',
      address:
        'Discourse turns it into a preview, which it keeps for a day and then for good; into a frame only if “allowed iframes” lists this server.',
    },
    phpbb: {
      bbcode:
        'The forum must allow pictures. phpBB names every picture “Image”, so the snippet has words beside it.',
    },
    xenforo: {
      bbcode: 'If the forum uses its image proxy, the proxy decides when to renew the picture.',
    },
    mybb: {
      bbcode: 'MyBB uses the file’s name as the alternative text, so the name is long.',
    },
    flarum: { markdown: 'Paste it into a post.' },
    readme: {
      all: 'The badge follows the reader’s colour scheme. GitHub’s image proxy renews it after a minute.',
    },
    notion: { 'frame-address': 'Type “/embed” and paste the address.' },
    preview: {
      link: 'Chats and forums turn the link into a card and keep it, for a day or for ever. So its text does not mention the present status, and the picture shows its time.',
    },
    reader: { feed: 'Changes of the status and incidents, newest first.' },
  },
  versionNotes: {
    pinned:
      'A browser runs exactly this release; otherwise the link stays. The server keeps every release that it has served.',
    newest: 'The widget changes when the server is updated.',
  },
};
