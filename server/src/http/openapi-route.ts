import type { OpenAPIHono } from '@hono/zod-openapi';
import { Entity } from '../lib/entity.js';
import { sendEntity } from './send-entity.js';

/**
 * Adds `GET /v1/openapi.json`. The first request makes it, so it also describes routes that are added after this one.
 *
 * @param parts.version The server's version.
 * @param parts.publicUrl The server's address for visitors, once it is known.
 */
export function addOpenApiRoute(
  app: OpenAPIHono,
  { version, publicUrl }: { version: string; publicUrl: () => string | undefined },
): void {
  let entity: Entity | undefined;
  app.get('/v1/openapi.json', (context) => {
    entity ??= new Entity(
      Buffer.from(
        JSON.stringify(
          app.getOpenAPI31Document({
            openapi: '3.1.0',
            info: {
              title: 'outage-status feed server',
              version,
              description:
                'Accepts reports, decides the community status and serves the feed for <outage-status>.',
            },
            servers: [{ url: publicUrl() ?? '/' }],
          }),
        ),
      ),
      'application/json; charset=utf-8',
    );
    return sendEntity(context, entity, 'public, max-age=300');
  });
}
