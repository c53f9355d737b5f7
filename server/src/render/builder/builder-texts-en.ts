import type { BuilderTexts } from './builder-texts.js';

/** English. */
export const en: BuilderTexts = {
  title: 'Put a status on your page',
  intro: 'Choose a service, a place and a look; copy what that place accepts.',
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
  selected: 'It is selected: copy it with your keyboard or the menu.',
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
        'Put the first line once into the page, and the second wherever the status is to be.',
      iframe: 'The second line gives the frame its height. It may be left out.',
    },
    wordpress: {
      address:
        'On a line of its own, WordPress makes a frame of it. Every author may do that, also on sites with many of them.',
      element:
        'Goes into a block “Custom HTML”, which administrators and editors of a single site have; elsewhere only super administrators. WordPress.com needs a plan with plugins.',
      iframe:
        'Goes into a block “Custom HTML”, which administrators and editors of a single site have.',
      picture: 'Survives for every author.',
    },
    ghost: {
      address: 'Pasted on a line of its own, Ghost makes a frame of it.',
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
      all: 'HTML passes in Eleventy, Jekyll and Astro. Hugo leaves it out of Markdown unless “markup.goldmark.renderer.unsafe” is set: put it into a layout or a shortcode.',
    },
    bundler: {
      all: 'The package is “outage-status”. It is not on the npm registry yet: “npm pack” in a clone of the project makes the file to install.',
    },
    discourse: {
      markdown:
        'The picture stays current as long as Discourse does not copy it: administrators list this server in “disabled image download domains”.',
      iframe: 'Administrators must add the address of the frame to “allowed iframes”.',
      address:
        'Becomes a preview that Discourse keeps for a day and then for good; a frame only where “allowed iframes” has this server.',
    },
    phpbb: {
      bbcode:
        'Pictures must be allowed in the forum. phpBB calls every picture “Image”, hence the words beside it.',
    },
    xenforo: {
      bbcode: 'Where the forum’s image proxy is on, the picture is renewed at its pace.',
    },
    mybb: {
      bbcode:
        'MyBB makes the picture’s alternative text of the file’s name, which is why it is a long one.',
    },
    flarum: { markdown: 'Goes into a post as it is.' },
    readme: {
      all: 'Follows the reader’s colour scheme. GitHub’s image proxy asks again after a minute.',
    },
    notion: { 'frame-address': 'Type “/embed” and paste the address.' },
    preview: {
      link: 'Chats and forums make a card of the link, and keep it: for a day or for ever. So it says nothing about how the service is doing, and the picture carries its time.',
    },
    reader: { feed: 'Changes of the status and incidents, newest first.' },
  },
  versionNotes: {
    pinned:
      'A browser runs this release or nothing, in which case the link stays. The server keeps every release that it has served.',
    newest: 'The widget changes when the server is updated.',
  },
};
