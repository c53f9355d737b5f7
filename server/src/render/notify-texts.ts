import { isolate } from 'outage-status/texts';
import type { Wants } from './notify-message.js';

/** Texts about notifications: the form, its answers, and the messages. */
export interface NotifyTexts {
  readonly title: string;
  description(name: string): string;
  readonly email: string;
  /** Label of the choice. */
  readonly wants: string;
  readonly choices: Readonly<Record<Wants, string>>;
  readonly send: string;
  /** How the server handles the address. */
  readonly privacy: string;
  /** Shown if the server sends no mail. */
  readonly noMail: string;
  /** Link to the Atom feed, shown with `noMail`. */
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
    /** Title of every error page below. */
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
    `Get a message when users start to report problems with ${name}, and when it works again.`,
  email: 'E-mail address',
  wants: 'Notify me about',
  choices: {
    both: 'Outages and recoveries',
    outage: 'Outages only',
    recovery: 'Recoveries only',
  },
  send: 'Send me a confirmation',
  privacy:
    'We first send one mail with a link to confirm. Every later mail has a link to unsubscribe. We store your address encrypted, and delete it when you unsubscribe.',
  noMail: 'This server is not set up to send mail.',
  feed: 'Follow the changes in a feed reader instead',
  push: {
    start: 'Notify this browser',
    stop: 'Stop notifying this browser',
    started: 'This browser will be notified.',
    stopped: 'This browser will no longer be notified.',
    denied: 'This browser does not allow notifications from this site.',
    failed: 'That did not work. Please try again later.',
  },
  asked: {
    title: 'Check your inbox',
    text: 'If this address can receive our mail, a message with a link is on its way. We send nothing else until you confirm. The link works for two days.',
  },
  confirm: {
    title: 'Confirm',
    text: (name) => `Do you want to get mails about ${name}?`,
    button: 'Yes, notify me',
    done: 'Confirmed',
    doneText: (name) => `You will get a mail about ${name} when something changes.`,
  },
  unsubscribe: {
    title: 'Unsubscribe',
    text: (name) => `Do you want no more mails about ${name}?`,
    button: 'Unsubscribe',
    done: 'Unsubscribed',
    doneText: (name) => `You will get no more mails about ${name}. Your address is deleted.`,
  },
  errors: {
    title: 'That did not work',
    address: 'This server cannot use that e-mail address.',
    form: 'The form is incomplete.',
    foreign: 'The form was not sent from this site.',
    tooMany: 'Too many tries from this network. Please try again later.',
    expired: 'This link has expired. Please ask for a new one.',
    forged: 'This link is incomplete, or not from this server.',
    unavailable: 'Your request could not be saved. Please try again shortly.',
  },
  back: (name) => `${name} status`,
  mail: {
    subject: {
      outage: (name) => `${name}: users report problems`,
      recovery: (name) => `${name}: users no longer report problems`,
    },
    status: (status) => `What users report: ${status}`,
    since: (moment) => `Since: ${moment}`,
    page: 'The status now',
    unsubscribe: 'Unsubscribe',
    why: (name) => `You get this mail because you asked for mails about ${name}.`,
    confirmSubject: (name) => `Confirm: mails about ${name}`,
    confirmText: (name) =>
      `Someone, probably you, asked us to send mail to this address when users report problems with ${name}.`,
    confirmLink: 'Confirm',
    confirmIgnore:
      'The link works for two days. If it was not you, ignore this mail: you are not subscribed.',
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
