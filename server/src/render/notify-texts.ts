import { isolate } from 'outage-status/texts';
import type { Wants } from './notify-message.js';

/** Words of everything about notifications: the form, its answers, and what is sent. */
export interface NotifyTexts {
  readonly title: string;
  description(name: string): string;
  readonly email: string;
  /** Label of the choice. */
  readonly wants: string;
  readonly choices: Readonly<Record<Wants, string>>;
  readonly send: string;
  /** What happens with the address. */
  readonly privacy: string;
  /** Where the server sends no mail. */
  readonly noMail: string;
  /** Link to the Atom feed, in that place. */
  readonly feed: string;
  readonly push: {
    readonly start: string;
    readonly stop: string;
    readonly started: string;
    readonly stopped: string;
    /** The visitor has not given permission. */
    readonly denied: string;
    readonly failed: string;
  };
  readonly asked: { readonly title: string; readonly text: string };
  readonly confirm: {
    readonly title: string;
    text(name: string): string;
    readonly button: string;
    readonly done: string;
    doneText(name: string): string;
  };
  readonly unsubscribe: {
    readonly title: string;
    text(name: string): string;
    readonly button: string;
    readonly done: string;
    doneText(name: string): string;
  };
  readonly errors: {
    /** Title of every page below. */
    readonly title: string;
    readonly address: string;
    readonly form: string;
    readonly foreign: string;
    readonly tooMany: string;
    readonly expired: string;
    readonly forged: string;
    readonly unavailable: string;
  };
  /** Link back to the page of a service. */
  back(name: string): string;
  readonly mail: {
    readonly subject: Readonly<Record<'outage' | 'recovery', (name: string) => string>>;
    status(status: string): string;
    since(moment: string): string;
    readonly page: string;
    readonly unsubscribe: string;
    why(name: string): string;
    confirmSubject(name: string): string;
    confirmText(name: string): string;
    readonly confirmLink: string;
    readonly confirmIgnore: string;
  };
}

const en: NotifyTexts = {
  title: 'Notify me',
  description: (name) =>
    `A message when users begin to report problems with ${name}, and when it works again.`,
  email: 'E-mail address',
  wants: 'Tell me of',
  choices: {
    both: 'Outages and recoveries',
    outage: 'Outages only',
    recovery: 'Recoveries only',
  },
  send: 'Send me a confirmation',
  privacy:
    'First comes one mail with a link to confirm. Every mail has a link to unsubscribe. Your address is stored encrypted, and deleted when you unsubscribe.',
  noMail: 'This server is not set up to send mail.',
  feed: 'Follow the changes in a feed reader instead',
  push: {
    start: 'Notify this browser',
    stop: 'Stop notifying this browser',
    started: 'This browser will be notified.',
    stopped: 'This browser will not be notified any more.',
    denied: 'This browser does not allow notifications from this site.',
    failed: 'That did not work. Please try again later.',
  },
  asked: {
    title: 'Check your inbox',
    text: 'If the address can get mail from here, a message with a link is on its way. Nothing is sent before you have confirmed. The link works for two days.',
  },
  confirm: {
    title: 'Confirm',
    text: (name) => `Do you want to be told about ${name} by mail?`,
    button: 'Yes, notify me',
    done: 'Confirmed',
    doneText: (name) => `You will get a mail about ${name} when something changes.`,
  },
  unsubscribe: {
    title: 'Unsubscribe',
    text: (name) => `No more mails about ${name}?`,
    button: 'Unsubscribe',
    done: 'Unsubscribed',
    doneText: (name) => `You will get no more mails about ${name}. Your address is deleted.`,
  },
  errors: {
    title: 'That did not work',
    address: 'This is not an e-mail address that can be used here.',
    form: 'The form was not complete.',
    foreign: 'The form was not sent from this site.',
    tooMany: 'Too many tries from this network. Please try again later.',
    expired: 'This link has expired. Please ask for a new one.',
    forged: 'This link is not complete or not from this server.',
    unavailable: 'It could not be stored now. Please try again shortly.',
  },
  back: (name) => `${name} status`,
  mail: {
    subject: {
      outage: (name) => `${name}: users report problems`,
      recovery: (name) => `${name}: users report no more problems`,
    },
    status: (status) => `What users report: ${status}`,
    since: (moment) => `Since: ${moment}`,
    page: 'The status now',
    unsubscribe: 'Unsubscribe',
    why: (name) => `You get this mail because you asked to be told about ${name}.`,
    confirmSubject: (name) => `Confirm: tell me about ${name}`,
    confirmText: (name) =>
      `Somebody, probably you, asked for mails to this address when users report problems with ${name}.`,
    confirmLink: 'Confirm',
    confirmIgnore:
      'The link works for two days. If it was not you, do nothing: you are not subscribed.',
  },
};

const ar: NotifyTexts = {
  title: 'أخبرني',
  description: (name) =>
    `رسالة عندما يبدأ المستخدمون بالإبلاغ عن مشكلات في ${isolate(name)}، وعندما يعود إلى العمل.`,
  email: 'البريد الإلكتروني',
  wants: 'أخبرني عن',
  choices: {
    both: 'الأعطال وعودة العمل',
    outage: 'الأعطال فقط',
    recovery: 'عودة العمل فقط',
  },
  send: 'أرسل لي رسالة تأكيد',
  privacy:
    'تصلك أولًا رسالة فيها رابط للتأكيد، وفي كل رسالة رابط لإلغاء الاشتراك. يُحفظ العنوان مشفّرًا ويُحذف عند الإلغاء.',
  noMail: 'هذا الخادم غير مهيّأ لإرسال البريد.',
  feed: 'تابِع التغيّرات في قارئ خلاصات بدلًا من ذلك',
  push: {
    start: 'أخبرني في هذا المتصفح',
    stop: 'إيقاف الإشعارات في هذا المتصفح',
    started: 'ستصل الإشعارات إلى هذا المتصفح.',
    stopped: 'لن تصل إشعارات أخرى إلى هذا المتصفح.',
    denied: 'هذا المتصفح لا يسمح بالإشعارات من هذا الموقع.',
    failed: 'تعذّر ذلك. حاول مرة أخرى لاحقًا.',
  },
  asked: {
    title: 'تحقّق من بريدك',
    text: 'إذا كان العنوان يستقبل البريد من هنا فإن رسالة فيها رابط في طريقها إليك. لا يُرسل شيء قبل التأكيد. يعمل الرابط يومين.',
  },
  confirm: {
    title: 'تأكيد',
    text: (name) => `هل تريد أن نخبرك بالبريد عن ${isolate(name)}؟`,
    button: 'نعم، أخبرني',
    done: 'تم التأكيد',
    doneText: (name) => `ستصلك رسالة عن ${isolate(name)} عندما يتغيّر شيء.`,
  },
  unsubscribe: {
    title: 'إلغاء الاشتراك',
    text: (name) => `هل تريد إيقاف الرسائل عن ${isolate(name)}؟`,
    button: 'إلغاء الاشتراك',
    done: 'أُلغي الاشتراك',
    doneText: (name) => `لن تصلك رسائل أخرى عن ${isolate(name)}، وقد حُذف عنوانك.`,
  },
  errors: {
    title: 'تعذّر ذلك',
    address: 'هذا ليس عنوان بريد إلكتروني يمكن استخدامه هنا.',
    form: 'النموذج غير مكتمل.',
    foreign: 'لم يُرسل النموذج من هذا الموقع.',
    tooMany: 'محاولات كثيرة من هذه الشبكة. حاول مرة أخرى لاحقًا.',
    expired: 'انتهت صلاحية هذا الرابط. اطلب رابطًا جديدًا.',
    forged: 'هذا الرابط غير مكتمل أو ليس من هذا الخادم.',
    unavailable: 'تعذّر الحفظ الآن. حاول مرة أخرى بعد قليل.',
  },
  back: (name) => `حالة ${isolate(name)}`,
  mail: {
    subject: {
      outage: (name) => `${isolate(name)}: المستخدمون يُبلغون عن مشكلات`,
      recovery: (name) => `${isolate(name)}: توقفت بلاغات المستخدمين عن المشكلات`,
    },
    status: (status) => `ما يُبلغ عنه المستخدمون: ${status}`,
    since: (moment) => `منذ: ${moment}`,
    page: 'الحالة الآن',
    unsubscribe: 'إلغاء الاشتراك',
    why: (name) => `تصلك هذه الرسالة لأنك طلبت أن نخبرك عن ${isolate(name)}.`,
    confirmSubject: (name) => `تأكيد: أخبروني عن ${isolate(name)}`,
    confirmText: (name) =>
      `طلب أحدهم، ولعله أنت، إرسال رسائل إلى هذا العنوان عندما يُبلغ المستخدمون عن مشكلات في ${isolate(name)}.`,
    confirmLink: 'تأكيد',
    confirmIgnore: 'يعمل الرابط يومين. إن لم تكن أنت من طلب فلا تفعل شيئًا: لا اشتراك دون تأكيد.',
  },
};

/** Texts about notifications by primary subtag, for every language of the element. */
export const NOTIFY_TEXTS = { en, ar } as const;
