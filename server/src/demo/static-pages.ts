import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Hono } from 'hono';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.md': 'text/plain; charset=utf-8',
  '.conf': 'text/plain; charset=utf-8',
  '.yml': 'text/plain; charset=utf-8',
};

/** A plain name: no parent folder, no hidden file, no percent-encoded slash. */
const PLAIN_SEGMENT = /^[A-Za-z0-9_@-][A-Za-z0-9._-]*$/;
/** A folder of files whose names change with what is in them. */
const HASHED = /^assets\//;

/** A folder of pages, and how they are served. */
export interface StaticPages {
  /** Where, e.g. `/demo`. */
  readonly path: string;
  readonly folder: string;
  /** The pages' content security policy. */
  readonly policy: string;
  /** Whether addresses leave out `.html`. */
  readonly withoutEnding?: boolean;
  /** What to say where there is no such file. */
  readonly missing: string;
}

/**
 * Finds the file behind a path.
 *
 * @param path The part after the folder's own, still percent-encoded; a folder's path ends in a slash and means its
 *   `index.html`.
 * @returns The file's real path and content type, or `undefined` for anything that is not a servable file inside the folder.
 */
async function findPage(
  { folder, withoutEnding }: StaticPages,
  path: string,
): Promise<{ file: string; contentType: string } | undefined> {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const segments = (withoutEnding && extname(name) === '' ? `${name}.html` : name).split('/');
  if (!segments.every((segment) => PLAIN_SEGMENT.test(segment) && segment !== 'node_modules')) {
    return undefined;
  }
  const contentType = CONTENT_TYPES[extname(segments.at(-1) ?? '')];
  if (!contentType) return undefined;
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, ...segments))]);
    return file.startsWith(root + sep) ? { file, contentType } : undefined;
  } catch {
    return undefined;
  }
}

/** Serves pages, reading them for every request, so that an edit shows on reload. */
export function mountStaticPages(app: Hono, pages: StaticPages): void {
  const { path, policy, missing } = pages;
  const read = async (name: string) => {
    const page = await findPage(pages, name);
    const body = page && (await readFile(page.file).catch(() => undefined));
    return page && body && { body: new Uint8Array(body), contentType: page.contentType };
  };
  app.get(`${path}/*`, async (context) => {
    const name = context.req.path.slice(path.length + 1);
    const found = await read(name);
    const page = found ?? (await read('404.html'));
    if (!page) return context.json({ error: { code: 'not_found', message: missing } }, 404);
    return context.body(page.body, found ? 200 : 404, {
      'Content-Type': page.contentType,
      'Cache-Control':
        found && HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-store',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
    });
  });
}
