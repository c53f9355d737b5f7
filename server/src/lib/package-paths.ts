import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// This file is two folders below the package's root, in `src/` as in `dist/`.
const serverFolder = fileURLToPath(new URL('../..', import.meta.url));
const widgetPackageFolder = dirname(
  createRequire(import.meta.url).resolve('outage-status/package.json'),
);

/** Version of this package. */
export const SERVER_VERSION = (
  JSON.parse(readFileSync(join(serverFolder, 'package.json'), 'utf8')) as { version: string }
).version;

/** The service files that come with the server. */
export const CATALOG_FOLDER = join(serverFolder, 'catalog');

/** Scripts and icon of the server's own pages. */
export const ASSETS_FOLDER = join(serverFolder, 'assets');

/** The files from which a page loads the element; they exist once the widget's package is built or installed. */
export const WIDGET_FOLDER = join(widgetPackageFolder, 'cdn');

/** The demo pages; they exist in a clone of the project, not in the published packages. */
export const DEMO_FOLDER = join(widgetPackageFolder, 'demo');

/** The documentation site, once it is built; in a clone as well. */
export const DOCS_FOLDER = join(widgetPackageFolder, 'docs/site/dist');

/** Version of the widget's package. */
export const WIDGET_VERSION = (
  JSON.parse(readFileSync(join(widgetPackageFolder, 'package.json'), 'utf8')) as { version: string }
).version;
