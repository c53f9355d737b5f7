import type { OpenAPIHono } from '@hono/zod-openapi';

/** When the operator's statement was last reviewed. */
const LAST_UPDATE = '2026-11-24';

/**
 * Adds `GET /.well-known/gpc.json`: the server sells and shares nothing, so it honours every visitor's Global Privacy
 * Control, https://www.w3.org/TR/gpc/#gpc-support-resource
 */
export function addPrivacyRoute(app: OpenAPIHono): void {
  app.get('/.well-known/gpc.json', (context) => {
    context.header('Cache-Control', 'public, max-age=86400');
    return context.json({ gpc: true, lastUpdate: LAST_UPDATE });
  });
}
