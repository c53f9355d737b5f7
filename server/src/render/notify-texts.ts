import { isolateInLtr, isolateInRtl } from 'outage-status/texts';
import type { Wants } from './notify-message.js';

/** Texts about notifications: the form, its answers, mails and push messages. Names may be of any direction, as in `PageTexts`. */
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
    /** On an iPhone or iPad, in a page that was not opened from the home screen. */
    readonly addToHome: string;
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
    `Get a message when users start to report problems with ${isolateInLtr(name)}, and when it works again.`,
  email: 'E-mail address',
  wants: 'Notify me about',
  choices: {
    both: 'Outages and recoveries',
    outage: 'Outages only',
    recovery: 'Recoveries only',
  },
  send: 'Send me a confirmation',
  privacy:
    'We first send one e-mail with a link to confirm. Every e-mail has a link to unsubscribe. Your address is stored encrypted, and deleted when you unsubscribe.',
  noMail: 'This server is not set up to send e-mail.',
  feed: 'Follow the changes in a feed reader instead',
  push: {
    start: 'Notify this browser',
    stop: 'Stop notifying this browser',
    started: 'This browser will be notified.',
    stopped: 'This browser will no longer be notified.',
    denied: 'This browser does not allow notifications from this site.',
    failed: 'That did not work. Please try again later.',
    addToHome:
      'On an iPhone or iPad, notifications need this page on the Home Screen: press Share, then “Add to Home Screen”, and open it from there. This works from iOS 16.4.',
  },
  asked: {
    title: 'Check your inbox',
    text: 'If this address can receive e-mail from us, a message with a link is on its way. We send nothing else until you confirm. The link works for two days.',
  },
  confirm: {
    title: 'Confirm',
    text: (name) => `Do you want e-mails about ${isolateInLtr(name)}?`,
    button: 'Yes, notify me',
    done: 'Confirmed',
    doneText: (name) =>
      `You will get an e-mail about ${isolateInLtr(name)} when something changes.`,
  },
  unsubscribe: {
    title: 'Unsubscribe',
    text: (name) => `Stop e-mails about ${isolateInLtr(name)}?`,
    button: 'Unsubscribe',
    done: 'Unsubscribed',
    doneText: (name) =>
      `You will get no more e-mails about ${isolateInLtr(name)}. We have deleted your address.`,
  },
  errors: {
    title: 'That did not work',
    address: 'This e-mail address cannot be used here.',
    form: 'The form is incomplete.',
    foreign: 'The form was not sent from this site.',
    tooMany: 'Too many attempts from this network. Please try again later.',
    expired: 'This link has expired. Please ask for a new one.',
    forged: 'This link is incomplete, or this server did not make it.',
    unavailable: 'Your request could not be stored. Please try again shortly.',
  },
  back: (name) => `${isolateInLtr(name)} status`,
  mail: {
    subject: {
      outage: (name) => `${isolateInLtr(name)}: users report problems`,
      recovery: (name) => `${isolateInLtr(name)}: users no longer report problems`,
    },
    status: (status) => `What users report: ${status}`,
    since: (moment) => `Since: ${moment}`,
    page: 'Current status',
    unsubscribe: 'Unsubscribe',
    why: (name) =>
      `You get this e-mail because you asked for notifications about ${isolateInLtr(name)}.`,
    confirmSubject: (name) => `Please confirm: notifications about ${isolateInLtr(name)}`,
    confirmText: (name) =>
      `Someone, probably you, asked us to send e-mail to this address when users report problems with ${isolateInLtr(name)}.`,
    confirmLink: 'Confirm',
    confirmIgnore:
      'The link works for two days. If it was not you, do nothing: you are not subscribed.',
  },
};

const ar: NotifyTexts = {
  title: 'أخبرني',
  description: (name) =>
    `رسالة عندما يبدأ المستخدمون بالإبلاغ عن مشكلات في ${isolateInRtl(name)}، وعندما يعود إلى العمل.`,
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
    addToHome:
      'على أجهزة iPhone وiPad لا تصل الإشعارات إلا من صفحة على الشاشة الرئيسية: اضغط «مشاركة»، ثم «إضافة إلى الشاشة الرئيسية»، وافتح الصفحة من هناك. يلزم iOS 16.4 أو أحدث.',
  },
  asked: {
    title: 'تحقّق من بريدك',
    text: 'إذا كان هذا العنوان يستقبل بريدنا فإن رسالة فيها رابط في طريقها إليك. لن نرسل شيئًا آخر قبل أن تؤكد. يعمل الرابط يومين.',
  },
  confirm: {
    title: 'تأكيد',
    text: (name) => `هل تريد أن نخبرك بالبريد عن ${isolateInRtl(name)}؟`,
    button: 'نعم، أخبرني',
    done: 'تم التأكيد',
    doneText: (name) => `ستصلك رسالة عن ${isolateInRtl(name)} عندما يتغيّر شيء.`,
  },
  unsubscribe: {
    title: 'إلغاء الاشتراك',
    text: (name) => `هل تريد إيقاف الرسائل عن ${isolateInRtl(name)}؟`,
    button: 'إلغاء الاشتراك',
    done: 'أُلغي الاشتراك',
    doneText: (name) => `لن تصلك رسائل أخرى عن ${isolateInRtl(name)}، وقد حُذف عنوانك.`,
  },
  errors: {
    title: 'تعذّر ذلك',
    address: 'لا يمكن استخدام عنوان البريد هذا هنا.',
    form: 'النموذج غير مكتمل.',
    foreign: 'لم يُرسل النموذج من هذا الموقع.',
    tooMany: 'محاولات كثيرة من هذه الشبكة. حاول مرة أخرى لاحقًا.',
    expired: 'انتهت صلاحية هذا الرابط. اطلب رابطًا جديدًا.',
    forged: 'هذا الرابط غير مكتمل أو ليس من هذا الخادم.',
    unavailable: 'تعذّر حفظ طلبك. حاول مرة أخرى بعد قليل.',
  },
  back: (name) => `حالة ${isolateInRtl(name)}`,
  mail: {
    subject: {
      outage: (name) => `${isolateInRtl(name)}: المستخدمون يُبلغون عن مشكلات`,
      recovery: (name) => `${isolateInRtl(name)}: توقفت بلاغات المستخدمين عن المشكلات`,
    },
    status: (status) => `ما يُبلغ عنه المستخدمون: ${status}`,
    since: (moment) => `منذ: ${moment}`,
    page: 'الحالة الآن',
    unsubscribe: 'إلغاء الاشتراك',
    why: (name) => `تصلك هذه الرسالة لأنك طلبت إشعارات عن ${isolateInRtl(name)}.`,
    confirmSubject: (name) => `يُرجى التأكيد: إشعارات عن ${isolateInRtl(name)}`,
    confirmText: (name) =>
      `طلب أحدهم، ولعله أنت، إرسال رسائل إلى هذا العنوان عندما يُبلغ المستخدمون عن مشكلات في ${isolateInRtl(name)}.`,
    confirmLink: 'تأكيد',
    confirmIgnore: 'يعمل الرابط يومين. إن لم تكن أنت من طلب فلا تفعل شيئًا: لا اشتراك دون تأكيد.',
  },
};

/** Texts about notifications by primary subtag, for every language of the element. */
export const NOTIFY_TEXTS = { en, ar } as const;
