import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { Entity } from '../lib/entity.js';
import { RequestError } from '../lib/request-error.js';
import { sendEntity } from './send-entity.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Files name the chunks they load by hash, so old and new ones must never mix: browsers revalidate every time. */
const CACHE_CONTROL = 'public, no-cache';

const listFiles = async (folder: string): Promise<Set<string>> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return new Set(
    entries
      .filter((entry) => entry.isFile() && extname(entry.name) in CONTENT_TYPES)
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
};

/** Keeps the files of one folder in memory, and reads a file again if it has changed on disk. */
export class FileFolder {
  readonly #folder: string;
  readonly #entities = new Map<
    string,
    { readonly modifiedAtMs: number; readonly entity: Entity }
  >();

  /** @param folder May be missing. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param name Relative to the folder, with slashes. Opens only names that the folder's listing contains. */
  async find(name: string): Promise<Entity | undefined> {
    const known = this.#entities.get(name);
    if (!known && !(await listFiles(this.#folder)).has(name)) return undefined;
    const path = join(this.#folder, ...name.split('/'));
    try {
      const { mtimeMs } = await stat(path);
      if (known?.modifiedAtMs === mtimeMs) return known.entity;
      const type = CONTENT_TYPES[extname(name)] ?? 'application/octet-stream';
      const entity = new Entity(await readFile(path), type);
      this.#entities.set(name, { modifiedAtMs: mtimeMs, entity });
      return entity;
    } catch {
      this.#entities.delete(name);
      return undefined;
    }
  }
}

/**
 * Adds `GET {path}/*`: files that pages and frames on any site may load.
 *
 * @param path E.g. `/widget`.
 */
export function addFiles(app: OpenAPIHono, path: string, folder: string): void {
  const files = new FileFolder(folder);
  app.get(`${path}/*`, async (context) => {
    const entity = await files.find(context.req.path.slice(path.length + 1));
    if (!entity) throw new RequestError('not_found', 'There is no such file.');
    return sendEntity(context, entity, CACHE_CONTROL);
  });
}
