import type { Context } from 'hono';
import type { CatalogService } from '../catalog/load-catalog.js';

/** Of pages beside those of services. */
const PAGES: readonly string[] = ['/services', '/embed'];
const ABOUT_SERVICE = /^\/(?:embed\/)?([a-z0-9-]+)(?:\.atom|\/decision)?$/;

/**
 * The address that was probably meant: people write `/Kik`, and programs add a slash.
 *
 * @returns Path and query below the server's own address; `undefined` when there is nothing there either.
 */
export function findMeantAddress(
  context: Context,
  catalog: ReadonlyMap<string, CatalogService>,
): string | undefined {
  const { path, method, url } = context.req;
  const meant = path.toLowerCase().replace(/\/+$/, '');
  if (meant === path || (method !== 'GET' && method !== 'HEAD')) return undefined;
  const [, id = ''] = ABOUT_SERVICE.exec(meant) ?? [];
  return PAGES.includes(meant) || catalog.has(id) ? meant + new URL(url).search : undefined;
}
