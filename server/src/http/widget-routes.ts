import type { OpenAPIHono } from '@hono/zod-openapi';
import { BoundedCache } from '../lib/bounded-cache.js';
import { RequestError } from '../lib/request-error.js';
import type { WidgetReleases } from '../widget/widget-releases.js';
import { addFiles, FileFolder } from './file-routes.js';
import { sendEntity } from './send-entity.js';

// A release's label changes with its content, and its entry names the chunks by hash.
const CACHE_CONTROL = 'public, max-age=31536000, immutable';
const OPEN_FOLDERS = 20;

/**
 * Adds `GET /widget/*`, the installed files, which browsers revalidate every time; and `GET /widget/{release}/*`, which
 * never change, for pages that pin a release.
 */
export function addWidgetRoutes(
  app: OpenAPIHono,
  parts: { readonly widgetFolder: string; readonly releases: WidgetReleases },
): void {
  const folders = new BoundedCache<FileFolder>(OPEN_FOLDERS);
  app.get('/widget/:release/:file', async (context) => {
    const { release, file } = context.req.param();
    const folder = await parts.releases.folderOf(release);
    const entity = folder && (await folders.get(folder, () => new FileFolder(folder)).find(file));
    if (!entity) throw new RequestError('not_found', 'There is no such file.');
    return sendEntity(context, entity, CACHE_CONTROL);
  });
  addFiles(app, '/widget', parts.widgetFolder);
}
