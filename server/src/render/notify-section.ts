import { WANTS } from './notify-message.js';
import { type Markup, markup } from './markup.js';
import { languageQuery } from './render-language.js';
import type { StatusView } from './status-view.js';

/** The ways of being notified that a server offers. */
export interface NotifyChoice {
  readonly sendsMail: boolean;
  /** The key under which browsers subscribe; `undefined` if push is not set up. */
  readonly pushKey: string | undefined;
}

const writeWants = ({ language }: StatusView): Markup => {
  const { wants, choices } = language.notify;
  return markup`<div class="field"><label for="notify-wants">${wants}</label>
<select id="notify-wants" name="wants">${WANTS.map((one) => markup`<option value="${one}">${choices[one]}</option>`)}</select></div>`;
};

const writeMail = (view: StatusView): Markup => {
  const { notify, tag } = view.language;
  return markup`<form class="form" action="notify/email/${view.id}" method="post">
<input type="hidden" name="lang" value="${tag}">
<div class="field"><label for="notify-email">${notify.email}</label>
<input id="notify-email" type="email" name="email" required maxlength="254" autocomplete="email" dir="ltr"></div>
${writeWants(view)}
<button type="submit">${notify.send}</button>
</form>
<p class="muted">${notify.privacy}</p>
`;
};

// Hidden until the script has found that this browser supports push, or would from the home screen. Contains the script's messages, in the language of the
// page. The script uses the form's choice if there is a form.
const writePush = (view: StatusView, { pushKey, sendsMail }: NotifyChoice): Markup => {
  const { push } = view.language.notify;
  return markup`<div class="form" id="notify-push" hidden data-service="${view.id}" data-key="${pushKey}" data-language="${view.language.tag}" data-start="${push.start}" data-stop="${push.stop}" data-started="${push.started}" data-stopped="${push.stopped}" data-denied="${push.denied}" data-failed="${push.failed}">
${!sendsMail && writeWants(view)}
<button type="button">${push.start}</button>
<p class="muted" role="status"></p>
</div>
<p class="muted" id="notify-home" hidden>${push.addToHome}</p>
`;
};

/** The part of a service's page where visitors subscribe to changes. */
export function writeNotifySection(view: StatusView, choice: NotifyChoice): Markup {
  const { notify } = view.language;
  const feed = markup`<a href="${view.id}.atom${languageQuery(view.language)}">${notify.feed}</a>`;
  return markup`<section class="notify" aria-labelledby="notify">
<h2 id="notify">${notify.title}</h2>
<p>${notify.description(view.name)}</p>
${choice.sendsMail ? writeMail(view) : markup`<p class="muted">${notify.noMail} ${feed}</p>\n`}${
    choice.pushKey !== undefined && writePush(view, choice)
  }</section>
`;
}
