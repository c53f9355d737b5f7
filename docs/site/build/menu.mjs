// The site's menu. Pages are named by their path in the site; a folder's documents are listed by their titles.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { titleOf } from './includes.mjs';

const page = (text, link) => ({ text, link: `/${link}` });

const listFolder = (pages, folder) =>
  readdirSync(join(pages, folder))
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .toSorted()
    .map((name) =>
      page(
        titleOf(readFileSync(join(pages, folder, name), 'utf8')),
        `${folder}/${name.replace(/\.md$/, '')}`,
      ),
    );

/** What a page may or may not have: it is another's work. */
const listIfThere = (pages, name, text) =>
  readdirSync(pages).includes(`${name}.md`) ? [page(text, name)] : [];

/**
 * Makes the menu.
 *
 * @param pages The folder of the pages that the generator reads.
 */
export const makeMenu = (pages) => [
  {
    text: 'Start',
    items: [
      page('Blog or website', 'start/blog'),
      page('Forum', 'start/forum'),
      page('npm', 'start/npm'),
      page('Feed server', 'start/host'),
    ],
  },
  {
    text: 'The element',
    items: [
      page('Attributes', 'element/attributes'),
      page('Events and methods', 'element/events'),
      page('Colours and parts', 'element/styles'),
      page('States', 'element/states'),
      page('On a server', 'element/server'),
      ...listIfThere(pages, 'frameworks', 'Frameworks'),
      page('Testing', 'testing'),
      page('Styling', 'styling'),
    ],
  },
  {
    text: 'Recipes',
    items: [
      page('Dark mode by a class', 'recipes/dark-mode'),
      page('In a modal', 'recipes/modal'),
      page('Several services', 'recipes/several'),
      page('Your own product', 'recipes/own-product'),
      page('Without scripts', 'embedding'),
      page('From your server', 'server-includes'),
      page('Packs', 'packs/'),
      page('Hostile pages', 'hostile-pages'),
    ],
  },
  {
    text: 'Host',
    items: [
      page('Self-hosting', 'self-hosting'),
      page('The catalogue', 'catalogue'),
      page('Vendors’ pages', 'vendor-pages'),
      page('Reports', 'reports'),
      page('Notifications', 'notifications'),
      page('Scale', 'scale'),
    ],
  },
  {
    text: 'Reference',
    items: [
      page('Feed format', 'feed-format'),
      page('API', 'api'),
      page('The two voices', 'side-by-side'),
      page('Check from this device', 'check-from-here'),
      page('Performance', 'performance'),
      page('Architecture', 'architecture'),
      page('Privacy', 'privacy'),
      page('Contributing', 'contributing'),
      page('Changelog', 'changelog'),
    ],
  },
  {
    text: 'Decisions',
    collapsed: true,
    link: '/decisions/',
    items: listFolder(pages, 'decisions'),
  },
  {
    text: 'Measurements',
    collapsed: true,
    link: '/measurements/',
    items: listFolder(pages, 'measurements'),
  },
];
