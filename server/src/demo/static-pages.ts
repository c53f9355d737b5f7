import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Hono } from 'hono';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.md': 'text/plain; charset=utf-8',
};

/** A plain name: no parent folder, no hidden file, no percent-encoded slash. */
const PLAIN_SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/**
 * Finds the file behind a path.
 *
 * @param folder Absolute path of the folder with the pages.
 * @param path The part after `/demo/`, still percent-encoded; a folder's path ends in a slash and means its `index.html`.
 * @returns The file's real path and content type, or `undefined` for anything that is not a servable file inside the folder.
 */
async function findPage(
  folder: string,
  path: string,
): Promise<{ file: string; contentType: string } | undefined> {
  const segments = (path === '' || path.endsWith('/') ? `${path}index.html` : path).split('/');
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

/**
 * Serves the demo pages, reading them for every request, so that an edit shows on reload.
 *
 * @param demoFolder Folder with the pages.
 */
export function mountStaticPages(app: Hono, demoFolder: string): void {
  app.get('/demo/*', async (context) => {
    const page = await findPage(demoFolder, context.req.path.slice('/demo/'.length));
    const body = page && (await readFile(page.file).catch(() => undefined));
    if (!page || !body) {
      return context.json(
        { error: { code: 'not_found', message: 'There is no such demo page.' } },
        404,
      );
    }
    return context.body(new Uint8Array(body), 200, {
      'Content-Type': page.contentType,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "frame-ancestors 'self'",
      'X-Content-Type-Options': 'nosniff',
    });
  });
}
