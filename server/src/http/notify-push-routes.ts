import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import type { CatalogService } from '../catalog/load-catalog.js';
import { SECOND_MS, HOUR_MS } from '../lib/clock.js';
import { RequestError } from '../lib/request-error.js';
import type { Notifier } from '../notify/notifier.js';
import {
  isAllowedEndpoint,
  type PushSubscription,
  pushSubscriptionSchema,
} from '../notify/push-subscription.js';
import { renderLanguage } from '../render/render-language.js';
import { WANTS } from '../render/notify-message.js';
import { findService } from './find-service.js';
import { nodeRequest } from './node-request.js';
import type { NotifyRouteParts } from './notify-email-routes.js';
import { isFromHere, networkReader } from './notify-requests.js';
import { readJsonBody } from './read-body.js';

const MAX_BODY_BYTES = 4096;

const startSchema = z.object({
  subscription: pushSubscriptionSchema,
  wants: z.enum(WANTS),
  language: z.string().max(35),
});

const renewSchema = z.object({ old: z.string().max(1000), subscription: pushSubscriptionSchema });

const endpointSchema = z.object({ endpoint: z.string().max(1000) });

const check = <Value>(schema: z.ZodType<Value>, body: unknown): Value => {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.map(String).join('.');
  throw new RequestError('invalid', 'A field is missing or not accepted.', path ? { path } : {});
};

/**
 * Adds the routes through which the server's own page subscribes its browser: `POST /notify/push/{id}/start`, `/stop` and
 * `/look`, and `POST /notify/push/renew` for a browser whose endpoint has changed. They refuse pages of other sites.
 */
export function addNotifyPushRoutes(
  app: OpenAPIHono,
  parts: NotifyRouteParts,
  { desk, pushRule }: Notifier,
): void {
  const networkOf = networkReader(parts);

  const admitPage = (context: Context): void => {
    if (!isFromHere(context, parts)) {
      throw new RequestError('forbidden', 'Only pages of this server may send this request.');
    }
    context.header('Cache-Control', 'no-store');
  };
  const admit = (context: Context): CatalogService => {
    const service = findService(parts.catalog, context.req.param('id') ?? '');
    admitPage(context);
    return service;
  };
  const checkEndpoint = ({ endpoint }: PushSubscription): void => {
    if (isAllowedEndpoint(endpoint, pushRule)) return;
    const message = 'Expected an https URL at a public address.';
    throw new RequestError('invalid', message, { path: 'subscription.endpoint' });
  };
  const limit = async (context: Context): Promise<void> => {
    if (await desk.admit(networkOf(context))) return;
    throw new RequestError('rate_limited', 'Too many tries from this network; try again later.', {
      retryAfterSeconds: HOUR_MS / SECOND_MS,
    });
  };

  app.post('/notify/push/:id/start', async (context) => {
    const service = admit(context);
    await limit(context);
    const body = check(startSchema, await readJsonBody(nodeRequest(context), MAX_BODY_BYTES));
    checkEndpoint(body.subscription);
    const language = renderLanguage(body.language).tag;
    await desk.addBrowser(
      { serviceId: service.id, wants: body.wants, language },
      body.subscription,
    );
    return context.body(null, 204);
  });

  app.post('/notify/push/renew', async (context) => {
    admitPage(context);
    await limit(context);
    const body = check(renewSchema, await readJsonBody(nodeRequest(context), MAX_BODY_BYTES));
    checkEndpoint(body.subscription);
    await desk.renewBrowser(body.old, body.subscription);
    return context.body(null, 204);
  });

  app.post('/notify/push/:id/stop', async (context) => {
    const service = admit(context);
    const { endpoint } = check(
      endpointSchema,
      await readJsonBody(nodeRequest(context), MAX_BODY_BYTES),
    );
    await desk.removeBrowser(service.id, endpoint);
    return context.body(null, 204);
  });

  app.post('/notify/push/:id/look', async (context) => {
    const service = admit(context);
    const { endpoint } = check(
      endpointSchema,
      await readJsonBody(nodeRequest(context), MAX_BODY_BYTES),
    );
    const subscription = await desk.findBrowser(service.id, endpoint);
    return context.json({ wants: subscription?.wants ?? null });
  });
}
