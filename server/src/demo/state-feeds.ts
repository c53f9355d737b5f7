import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import { SAMPLE_STATES, sampleFeed } from 'outage-status/testing';
import { z } from 'zod';
import { cutConnection } from './cut-connection.js';
import { fillTimes } from './fill-times.js';
import { mergePatch } from './merge-patch.js';

/** How long the feed that never answers holds a connection, in milliseconds. */
const SLOW_ANSWER_MS = 60_000;

/** A second request within this time belongs to the same visit of the gallery; a later one is a reload. In milliseconds. */
const SAME_VISIT_MS = 5_000;

/** A sample stays fresh on a gallery that is left open. */
const SAMPLE_MAX_AGE_SECONDS = 86_400;

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Access-Control-Expose-Headers': 'Date, ETag, Retry-After',
  'Cache-Control': 'no-store',
} as const;

const answerSchema = z.strictObject({
  /** 0 cuts the connection without an answer. */
  status: z.int().min(0).max(599),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
});

/** One file of `demo/states/`, described in `demo/states/README.md`. */
const stateSchema = z.strictObject({
  sample: z.enum(SAMPLE_STATES).optional(),
  base: z.string().optional(),
  feed: z.unknown().optional(),
  answer: answerSchema.optional(),
  answerAgain: answerSchema.optional(),
  reports: answerSchema.optional(),
});
type DemoState = z.output<typeof stateSchema>;
type Answer = z.output<typeof answerSchema>;

async function readState(folder: string, name: string): Promise<DemoState | undefined> {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) return undefined;
  const text = await readFile(join(folder, 'states', `${name}.json`), 'utf8').catch(
    () => undefined,
  );
  return text === undefined
    ? undefined
    : stateSchema.parse(JSON.parse(fillTimes(text, Date.now())));
}

/** What a state's own feed is laid over: a sample, the feed of another state, or nothing. */
async function readBase(folder: string, { sample, base }: DemoState): Promise<unknown> {
  if (sample) return { ...sampleFeed(sample), maxAgeSeconds: SAMPLE_MAX_AGE_SECONDS };
  const state = base === undefined ? undefined : await readState(folder, base);
  return state && readFeed(folder, state);
}

/** The state's feed, merged over that of its base, which may have a base itself. */
async function readFeed(folder: string, state: DemoState): Promise<unknown> {
  const base = await readBase(folder, state);
  return state.feed === undefined ? base : mergePatch(base, state.feed);
}

function answer(context: Context, { status, headers, body }: Answer): Response {
  if (status === 0) return cutConnection(context);
  const text = body === undefined ? null : JSON.stringify(body);
  // By the context, so that the headers of every answer are on this one too.
  return context.newResponse(text, status as StatusCode, {
    ...HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    ...headers,
  });
}

/** Whether a request follows another within moments: the browser then sends that answer's `ETag`, which is its time. */
const isSecondRequest = (context: Context, nowMs: number): boolean =>
  nowMs - Number(context.req.header('if-none-match')?.replaceAll('"', '')) <= SAME_VISIT_MS;

async function answerFeed(context: Context, folder: string): Promise<Response> {
  const nowMs = Date.now();
  const state = await readState(folder, context.req.param('name') ?? '');
  if (!state)
    return answer(context, { status: 404, headers: {}, body: { error: { code: 'not_found' } } });
  const fixed = (isSecondRequest(context, nowMs) && state.answerAgain) || state.answer;
  if (fixed) return answer(context, fixed);
  // The browser can send an ETag back only for an answer that it may store.
  const headers = state.answerAgain && { 'Cache-Control': 'no-cache', ETag: `"${nowMs}"` };
  return answer(context, {
    status: 200,
    headers: headers ?? {},
    body: await readFeed(folder, state),
  });
}

async function answerReport(context: Context, folder: string): Promise<Response> {
  const state = await readState(folder, context.req.param('name') ?? '');
  const counted = { status: 202, headers: {}, body: { outcome: 'counted', reportCount: 1 } };
  return answer(context, state?.reports ?? counted);
}

/** Holds the request until the visitor gives up, but not for ever, because a stopping server must not wait for it. */
const waitForAbort = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, SLOW_ANSWER_MS).unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

async function answerNever(context: Context): Promise<Response> {
  await waitForAbort(context.req.raw.signal);
  return context.body(null, 504);
}

/**
 * Serves one small feed server per file of `demo/states/`: a widget with `server="/demo/states/<name>/"` shows that state,
 * and its reports get that state's answer. `/demo/states/<name>/status.json` serves the feed alone. `/demo/slow.json`, and
 * any service of `/demo/states/loading/`, never answers.
 *
 * @param demoFolder Folder that contains `states/`.
 */
export function mountStateFeeds(app: Hono, demoFolder: string): void {
  app.get('/demo/slow.json', (context) => answerNever(context));
  for (const base of ['/demo/states/:name', '/demo/states/:name/v1/services/:service']) {
    app.get(base.replace(':name', 'loading') + '/status.json', (context) => answerNever(context));
    app.get(`${base}/status.json`, (context) => answerFeed(context, demoFolder));
    app.post(`${base}/reports`, (context) => answerReport(context, demoFolder));
    app.options(`${base}/reports`, (context) => context.body(null, 204, HEADERS));
    // 204 makes an event source stay closed, because these feeds never change.
    app.get(`${base}/events`, (context) => context.body(null, 204, HEADERS));
  }
}
