import type { Context } from 'hono';
import type { CatalogService } from '../catalog/load-catalog.js';

/** Pages other than those of services. */
const PAGES: readonly string[] = ['/services', '/embed'];
const ABOUT_SERVICE = /^\/(?:embed\/)?([a-z0-9-]+)(?:\.atom|\/decision)?$/;

/**
 * Finds the address that a client probably meant: people write `/Kik`, and programs add a slash.
 *
 * @returns Path and query below the server's own address; `undefined` if it leads nowhere either.
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
