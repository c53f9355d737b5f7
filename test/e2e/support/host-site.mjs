// Somebody else's web site, on an origin of its own, with pages that embed the widget.
import { createServer } from 'node:http';
import { once } from 'node:events';

/**
 * @param feedServerUrl Where the widget and the feed come from.
 * @returns `publish(body, options)` makes a page and gives its URL; `serveScript(path, text)`; `close()` ends the site.
 */
export async function startHostSite(feedServerUrl) {
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url);
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
    response.end(page.html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    publish(body, { headers = {}, head = '', attributes = 'lang="en"', withScript = true } = {}) {
      const path = `/${pages.size}`;
      const script = `<script type="module" src="${feedServerUrl}/widget/outage-status.js"></script>`;
      const html = `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Host page</title>
<meta name="viewport" content="width=device-width">${head}
${withScript ? script : ''}</head><body>${body}</body></html>`;
      pages.set(path, { html, headers });
      return origin + path;
    },
    /** Serves a script of the page's own origin, such as a service worker. */
    serveScript(path, text) {
      pages.set(path, { html: text, headers: { 'content-type': 'text/javascript' } });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
