import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { cutConnection } from './cut-connection.js';
import { isLocalRequest } from './is-local-request.js';
import { VENDOR_STATES, writeVendorSummary, type VendorState } from './vendor-summary.js';

const stateSchema = z.object({ state: z.enum(VENDOR_STATES) });
const serversSchema = z.object({ answer: z.boolean() });

const refuse = (context: Context): Response => {
  const message = 'The stand-in vendor can be changed from the server’s own machine only.';
  return context.json({ error: { code: 'forbidden', message } }, 403);
};

/**
 * Serves the data of a stand-in for a vendor's status page, so that the demo has an official side without a vendor.
 * `PUT /demo/vendor/state` with `{"state": "incident"}` changes its state, from this machine only. The state is kept in
 * memory: every start is operational. The human page beside it is `demo/vendor/index.html`.
 *
 * `/demo/vendor/servers` stands for the service's own servers, which the feed server's check asks. `PUT` there with
 * `{"answer": false}` makes it cut every connection.
 *
 * @param context.publicUrl The server's address for visitors, without a trailing slash.
 * @param context.log Logs every change.
 */
export function mountVendorPage(
  app: Hono,
  { publicUrl, log }: { publicUrl: string; log: { info(message: string): void } },
): void {
  const pageUrl = `${publicUrl}/demo/vendor/`;
  let state: VendorState = 'operational';
  let sinceMs = Date.now();
  let serversAnswer = true;

  app.get('/demo/vendor/api/v2/summary.json', (context) =>
    context.json(writeVendorSummary(state, sinceMs, Date.now(), pageUrl), 200, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Date',
      'Cache-Control': 'no-store',
    }),
  );

  app.get('/demo/vendor/state', (context) =>
    context.json({ state, since: new Date(sinceMs).toISOString() }, 200, {
      'Cache-Control': 'no-store',
    }),
  );

  app.put('/demo/vendor/state', async (context) => {
    if (!isLocalRequest(context)) return refuse(context);
    const body = stateSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) {
      const message = `state: expected one of ${VENDOR_STATES.join(', ')}`;
      return context.json({ error: { code: 'invalid', message, path: 'state' } }, 400);
    }
    if (body.data.state !== state) {
      state = body.data.state;
      sinceMs = Date.now();
      log.info(`demo: the stand-in vendor now says ${state}`);
    }
    return context.json({ state, since: new Date(sinceMs).toISOString() });
  });

  app.get('/demo/vendor/servers', (context) =>
    serversAnswer
      ? context.text('The stand-in’s servers answer.', 200, { 'Cache-Control': 'no-store' })
      : cutConnection(context),
  );

  app.put('/demo/vendor/servers', async (context) => {
    if (!isLocalRequest(context)) return refuse(context);
    const body = serversSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) {
      const message = 'answer: expected true or false';
      return context.json({ error: { code: 'invalid', message, path: 'answer' } }, 400);
    }
    serversAnswer = body.data.answer;
    return context.json(body.data);
  });
}
