import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Handler } from 'hono';
import * as z from 'zod';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Clock } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import { RequestError } from '../lib/request-error.js';
import { MAX_ADDRESS_LENGTH, readEmailAddress } from '../notify/email-address.js';
import type { Notifier } from '../notify/notifier.js';
import { readConfirmToken, readUnsubscribeToken } from '../notify/tokens.js';
import { type NoticePage, writeNoticePage } from '../render/notify-pages.js';
import { type RenderLanguage, renderLanguage } from '../render/render-language.js';
import { WANTS } from '../render/notify-message.js';
import { StoreError } from '../lib/store-error.js';
import { nodeRequest } from './node-request.js';
import { isFromHere, networkReader, type RequestRules } from './notify-requests.js';
import { PAGE_POLICY, setPageHeaders } from './page-headers.js';
import { readFormBody } from './read-body.js';
import { STATUS_OF_CODE } from './status-of-code.js';

const MAX_FORM_BYTES = 4096;

const formSchema = z.object({
  email: z.string().max(MAX_ADDRESS_LENGTH * 3),
  wants: z.enum(WANTS),
});

/** What the notification routes need. */
export interface NotifyRouteParts extends RequestRules {
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly now: Clock;
  readonly log: Log;
}

type ErrorStatus = (typeof STATUS_OF_CODE)[keyof typeof STATUS_OF_CODE] | 410;

const answer = (
  context: Context,
  page: NoticePage,
  status: ErrorStatus | 200 = 200,
): Response | Promise<Response> => {
  setPageHeaders(context, PAGE_POLICY);
  // An address with a token must not reach other sites, caches or search engines.
  context.header('Referrer-Policy', 'same-origin');
  context.header('Cache-Control', 'no-store');
  context.header('X-Robots-Tag', 'noindex');
  return context.html(writeNoticePage(page), status);
};

const languageOf = (context: Context): RenderLanguage => renderLanguage(context.req.query('lang'));

/**
 * Adds the routes of mail subscriptions, which work without JavaScript: `POST /notify/email/{id}`, and the pages that mails
 * link to, `/notify/confirm` and `/notify/unsubscribe`. GET changes nothing, because mail scanners follow every link.
 */
export function addNotifyEmailRoutes(
  app: OpenAPIHono,
  parts: NotifyRouteParts,
  { desk, keyring, sendsMail }: Notifier,
): void {
  const { catalog, log, now } = parts;
  const networkOf = networkReader(parts);

  const answerError = (
    context: Context,
    language: RenderLanguage,
    error: Exclude<keyof RenderLanguage['notify']['errors'], 'title'>,
    status: ErrorStatus,
    service?: CatalogService,
  ): Response | Promise<Response> => {
    const { errors } = language.notify;
    const root = service ? '../../' : '../';
    return answer(
      context,
      { language, root, title: errors.title, text: errors[error], service },
      status,
    );
  };

  /** Answers a failure of the store with a page instead of the API's JSON. */
  const sayTrouble =
    (handle: Handler): Handler =>
    async (context, next) => {
      try {
        return await handle(context, next);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        log.error({ err: error }, 'request failed');
        const service = catalog.get(context.req.param('id') ?? '');
        return answerError(context, languageOf(context), 'unavailable', 503, service);
      }
    };

  const readForm = async (context: Context): Promise<URLSearchParams | RequestError> => {
    try {
      return await readFormBody(nodeRequest(context), MAX_FORM_BYTES);
    } catch (error) {
      if (error instanceof RequestError) return error;
      throw error;
    }
  };

  if (sendsMail) {
    const ask: Handler = async (context, next) => {
      const service = catalog.get(context.req.param('id') ?? '');
      if (!service) return next();
      const form = await readForm(context);
      const fields = form instanceof RequestError ? undefined : form;
      const language = renderLanguage(fields?.get('lang') ?? context.req.query('lang'));
      if (!isFromHere(context, parts)) {
        return answerError(context, language, 'foreign', 403, service);
      }
      if (!(await desk.admit(networkOf(context)))) {
        return answerError(context, language, 'tooMany', 429, service);
      }
      const wish = formSchema.safeParse(Object.fromEntries(fields ?? []));
      if (form instanceof RequestError || !wish.success) {
        const status = form instanceof RequestError ? STATUS_OF_CODE[form.code] : 400;
        return answerError(context, language, 'form', status, service);
      }
      const email = readEmailAddress(wish.data.email);
      if (email === undefined) return answerError(context, language, 'address', 400, service);
      const { wants } = wish.data;
      await desk.askByMail({ serviceId: service.id, wants, language: language.tag }, email);
      const { title, text } = language.notify.asked;
      return answer(context, { language, root: '../../', title, text, service });
    };
    app.post('/notify/email/:id', sayTrouble(ask));
  }

  /** Reads the token from the link, or from the form on the page that it opens. */
  const readToken = async (context: Context): Promise<string> => {
    const query = context.req.query('token');
    if (query !== undefined || context.req.method !== 'POST') return query ?? '';
    const form = await readForm(context);
    return form instanceof RequestError ? '' : (form.get('token') ?? '');
  };

  const confirm = async (context: Context): Promise<Response> => {
    const token = await readToken(context);
    const request = readConfirmToken(keyring, token, now());
    if (typeof request === 'string') {
      const status = request === 'expired' ? 410 : 400;
      return answerError(context, languageOf(context), request, status);
    }
    const language = renderLanguage(request.language);
    const service = catalog.get(request.serviceId);
    if (!service) return answerError(context, language, 'expired', 410);
    const texts = language.notify.confirm;
    const about = { language, root: '../', service };
    if (context.req.method !== 'POST') {
      const form = { action: 'confirm', token, button: texts.button };
      return answer(context, {
        ...about,
        title: texts.title,
        text: texts.text(service.name),
        form,
      });
    }
    await desk.confirm(request);
    return answer(context, { ...about, title: texts.done, text: texts.doneText(service.name) });
  };
  app.get('/notify/confirm', sayTrouble(confirm));
  app.post('/notify/confirm', sayTrouble(confirm));

  const unsubscribe = async (context: Context): Promise<Response> => {
    const token = await readToken(context);
    const language = languageOf(context);
    const key = readUnsubscribeToken(keyring, token);
    if (!key) return answerError(context, language, 'forged', 400);
    const service = catalog.get(key.serviceId);
    const name = service?.name ?? key.serviceId;
    const texts = language.notify.unsubscribe;
    const about = { language, root: '../', service };
    if (context.req.method !== 'POST') {
      const form = { action: `unsubscribe?lang=${language.tag}`, token, button: texts.button };
      return answer(context, { ...about, title: texts.title, text: texts.text(name), form });
    }
    await desk.remove(key);
    return answer(context, { ...about, title: texts.done, text: texts.doneText(name) });
  };
  app.get('/notify/unsubscribe', sayTrouble(unsubscribe));
  // A mail program's own button posts here too, without the page's form: https://www.rfc-editor.org/rfc/rfc8058
  app.post('/notify/unsubscribe', sayTrouble(unsubscribe));
}
