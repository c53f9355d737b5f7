import { isolate } from 'outage-status/texts';
import { type Markup, markup } from './markup.js';
import type { ChangeMessage } from './notify-message.js';
import { languageQuery, type RenderLanguage } from './render-language.js';
import { nameInText } from './status-view.js';
import { formatUtc } from './utc-time.js';

/** A message as plain text, and as simple HTML with the same content. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Link {
  readonly text: string;
  readonly url: string;
}

// Mail programs know neither style sheets nor logical properties; they choose the rest of the style, dark schemes included.
const writeHtml = (
  { tag, direction }: RenderLanguage,
  subject: string,
  parts: { lines: readonly string[]; link: Link; small: readonly (string | Link)[] },
): string => {
  const link = ({ url, text }: Link): Markup => markup`<a href="${url}">${text}</a>`;
  return markup`<!doctype html>
<html lang="${tag}" dir="${direction}">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body>
<div lang="${tag}" dir="${direction}">
${parts.lines.map((line) => markup`<p>${line}</p>\n`)}<p><strong>${link(parts.link)}</strong></p>
<hr>
${parts.small.map((item) => markup`<p><small>${typeof item === 'string' ? item : link(item)}</small></p>\n`)}</div>
</body>
</html>
`.text;
};

/** `2026-11-24 09:35 UTC (24 November 2026 at 09:35)`: the time in a language-independent form and in the language, both in UTC. */
const writeMoment = (atMs: number, { tag, direction }: RenderLanguage): string => {
  const words = new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(atMs);
  return `${isolate(formatUtc(atMs), direction)} (${words})`;
};

/** The news in one sentence: the element's own verdict for users' reports alone. */
const writeSentence = ({ kind, service, change, language }: ChangeMessage): string => {
  const { verdict, statusInSentence } = language.paint;
  const parts = { name: nameInText(service.name, language), status: statusInSentence[change.to] };
  return kind === 'outage' ? verdict.communityAlone(parts) : verdict.allClear(parts);
};

/**
 * Writes the mail about a change.
 *
 * @param urls.server The server's address for visitors, without a trailing slash.
 * @param urls.unsubscribe Page that ends the subscription.
 */
export function writeChangeMail(
  message: ChangeMessage,
  urls: { readonly server: string; readonly unsubscribe: string },
): MailText {
  const { kind, service, change, language } = message;
  const { mail } = language.notify;
  const subject = mail.subject[kind](service.name);
  const lines = [
    writeSentence(message),
    mail.status(language.paint.status[change.to]),
    mail.since(writeMoment(change.atMs, language)),
  ];
  const page = { text: mail.page, url: `${urls.server}/${service.id}${languageQuery(language)}` };
  const unsubscribe = { text: mail.unsubscribe, url: urls.unsubscribe };
  const why = mail.why(service.name);
  return {
    subject,
    text: `${lines.join('\n')}\n\n${page.text}:\n${page.url}\n\n-- \n${why}\n${unsubscribe.text}:\n${unsubscribe.url}\n`,
    html: writeHtml(language, subject, { lines, link: page, small: [why, unsubscribe] }),
  };
}

/** Writes the request to confirm. It contains no text from the person who asked. */
export function writeConfirmMail(
  name: string,
  language: RenderLanguage,
  confirmUrl: string,
): MailText {
  const { mail } = language.notify;
  const subject = mail.confirmSubject(name);
  const lines = [mail.confirmText(name)];
  const link = { text: mail.confirmLink, url: confirmUrl };
  return {
    subject,
    text: `${lines.join('\n')}\n\n${link.text}:\n${link.url}\n\n${mail.confirmIgnore}\n`,
    html: writeHtml(language, subject, { lines, link, small: [mail.confirmIgnore] }),
  };
}

/** The JSON payload for a browser's service worker, which `server/assets/push-worker.js` reads. */
export function writePushPayload(message: ChangeMessage, serverUrl: string): string {
  const { kind, service, change, language } = message;
  return JSON.stringify({
    title: language.notify.mail.subject[kind](service.name),
    body: `${language.paint.status[change.to]} · ${isolate(formatUtc(change.atMs), language.direction)}`,
    url: `${serverUrl}/${service.id}${languageQuery(language)}`,
    tag: `outage-status-${service.id}`,
    lang: language.tag,
    dir: language.direction,
  });
}
