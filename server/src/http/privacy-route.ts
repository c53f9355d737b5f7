import type { OpenAPIHono } from '@hono/zod-openapi';

/** When the statement was last looked at. */
const LAST_UPDATE = '2026-11-24';

/**
 * Adds `GET /.well-known/gpc.json`: nothing is sold or shared here, so a visitor's Global Privacy Control is honoured
 * whatever it says, https://www.w3.org/TR/gpc/#gpc-support-resource
 */
export function addPrivacyRoute(app: OpenAPIHono): void {
  app.get('/.well-known/gpc.json', (context) => {
    context.header('Cache-Control', 'public, max-age=86400');
    return context.json({ gpc: true, lastUpdate: LAST_UPDATE });
  });
}
