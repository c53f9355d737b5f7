// A foreign web site, on an origin of its own, with pages that embed the widget.
import { createServer } from 'node:http';
import { once } from 'node:events';

/**
 * @param feedServerUrl Where the widget and the feed come from.
 * @returns `publish(body, options)` makes a page that loads the widget and gives its URL; `publishFile(content, options)` puts
 *   up a whole page, or a file of another type and name, as it is; `close()` ends the site.
 */
export async function startHostSite(feedServerUrl) {
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url);
    if (!page) {
      // Browsers ask for an icon by themselves, and complain when there is none.
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { 'content-type': page.type, ...page.headers });
    response.end(page.content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  const publishFile = (
    content,
    { path = `/${pages.size}`, type = 'text/html; charset=utf-8', headers = {} } = {},
  ) => {
    pages.set(path, { content, type, headers });
    return origin + path;
  };
  return {
    origin,
    publishFile,
    publish(body, { headers = {}, head = '', attributes = 'lang="en"', withWidget = true } = {}) {
      const html = `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Host page</title>
<meta name="viewport" content="width=device-width">${head}
${withWidget ? `<script type="module" src="${feedServerUrl}/widget/outage-status.js"></script>` : ''}</head><body>${body}</body></html>`;
      return publishFile(html, { headers });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
