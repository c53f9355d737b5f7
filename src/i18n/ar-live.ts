import { arPaint } from './ar-paint.js';
import { arabicPlural, genitive, REPORTS, type ArabicForms } from './ar-plural.js';
import type { Formats } from './formats.js';
import { isolateInRtl } from './isolate.js';
import type { LiveMessages } from './live-messages.js';

const OPEN_INCIDENTS: ArabicForms = {
  zero: 'لا حوادث مفتوحة',
  one: 'حادث واحد مفتوح',
  two: 'حادثان مفتوحان',
  few: '# حوادث مفتوحة',
  many: '# حادثًا مفتوحًا',
  other: '# حادث مفتوح',
};

// "It works again for …": short, to fit beside a label in a narrow card.
const WORKS_AGAIN: ArabicForms = {
  zero: 'لم تعد تعمل لدى أحد',
  one: 'عادت تعمل لدى شخص واحد',
  two: 'عادت تعمل لدى شخصين',
  few: 'عادت تعمل لدى #',
  many: 'عادت تعمل لدى #',
  other: 'عادت تعمل لدى #',
};

// "One of …": the noun is in the genitive, which only the dual shows.
const ONE_OF_REPORTS: ArabicForms = { ...REPORTS, two: 'بلاغين' };

/** `خلال الساعة الأخيرة`, `خلال آخر ٣٠ دقيقة`. */
const withinLast = (seconds: number, formats: Formats): string =>
  seconds === 3600 ? 'خلال الساعة الأخيرة' : `خلال آخر ${genitive(formats.duration(seconds))}`;

/** Arabic texts of the live section. */
export const arLive: LiveMessages = {
  status: arPaint.status,
  opensNewTab: 'يُفتح في علامة تبويب جديدة',
  retry: 'إعادة المحاولة',
  voices: {
    label: 'المصادر جنبًا إلى جنب',
    users: 'بلاغات المستخدمين',
    official: 'الصفحة الرسمية',
    nothingUnusual: 'لا شيء غير معتاد',
    notCounted: 'لا تُحصى البلاغات هنا',
    none: 'لا بيانات',
    noOfficialPage: 'لا توجد صفحة حالة رسمية',
    openIncidents: (count, ago, formats) =>
      `${arabicPlural(count, OPEN_INCIDENTS, formats)}، آخر فحص ${ago}`,
    contradictsItself: (word, openCount, formats) =>
      `تقول الصفحة: ${word}${openCount > 0 ? `، ${arabicPlural(openCount, OPEN_INCIDENTS, formats)}` : ''}`,
    affected: ({ count, total, names, moreCount }, formats) => {
      const listed = names.map(isolateInRtl).join('، ');
      const more = moreCount > 0 ? ` و${formats.number(moreCount)} غيرها` : '';
      if (total === undefined) return `${listed}${more}`;
      const share = `${formats.number(count)} من أصل ${formats.number(total)} من الأجزاء`;
      return listed ? `${share}: ${listed}${more}` : share;
    },
    unknownReason: {
      lists_nothing: 'لا تذكر الصفحة شيئًا، فحالتها غير معروفة',
      sub_pages: 'تترك الصفحة حوادثها لصفحاتها الفرعية',
    },
    checked: (ago) => `آخر فحص ${ago}`,
    notReadable: (since) => `تتعذّر قراءتها منذ ${since}`,
    lastKnown: (status) => `آخر حالة معروفة: ${status}`,
    worksAgain: (count, formats) => arabicPlural(count, WORKS_AGAIN, formats),
    mostOften: (label) => `الأكثر تكرارًا: ${isolateInRtl(label)}`,
    probe: 'فحصنا',
    probeSays: {
      answers: (name) => `خوادم ${isolateInRtl(name)} تستجيب لنا.`,
      answersButUsers: (name) =>
        `خوادم ${isolateInRtl(name)} تستجيب لنا، والمستخدمون يُبلغون عن مشكلات.`,
      answersButVendor: (name) => `خوادم ${isolateInRtl(name)} تستجيب لنا، وصفحتها تعلن عن مشكلة.`,
      slow: (name) => `خوادم ${isolateInRtl(name)} تستجيب لنا أبطأ من المعتاد.`,
      noAnswer: (name) => `خوادم ${isolateInRtl(name)} لا تستجيب لنا.`,
      noAnswerAlone: (name) =>
        `خوادم ${isolateInRtl(name)} لا تستجيب لنا، ولا أحد غيرنا يُبلغ عن ذلك.`,
      noAnswerEither: (name) => `خوادم ${isolateInRtl(name)} لا تستجيب لنا أيضًا.`,
      unclear: (name) => `لا نعلم إن كانت خوادم ${isolateInRtl(name)} تستجيب.`,
    },
    took: (milliseconds, formats) => `${formats.number(milliseconds)} مللي ثانية`,
    failure: {
      dns: 'الاسم غير موجود',
      connect: 'لا اتصال',
      timeout: 'لا رد في الوقت المحدد',
      tls: 'شهادة مرفوضة',
      http: 'خطأ في الخادم',
    },
  },
  actions: {
    label: 'الإبلاغ والمزيد',
    report: 'الإبلاغ عن مشكلة',
    paused: 'الإبلاغ متوقف مؤقتًا',
    insecure: 'الإبلاغ يحتاج إلى صفحة آمنة',
    officialPage: 'صفحة الحالة الرسمية',
    trend: 'المنحنى',
    guide: 'لديّ وحدي؟',
    incidents: (count, formats) => (count > 0 ? `الحوادث (${formats.number(count)})` : 'الحوادث'),
    related: 'ذات صلة',
    failed: 'تعذّر التحميل.',
  },
  report: {
    question: 'ما الذي لا يعمل؟',
    chooseFirst: 'اختر أولًا ما الذي لا يعمل.',
    send: 'إرسال البلاغ',
    sending: 'جارٍ الإرسال…',
    cancel: 'إلغاء',
    done: 'تم',
    privacy: 'بلا حساب وبلا ملفات تعريف ارتباط: يُستخدم عنوانك لاحتسابك مرة واحدة فقط.',
    counted: (count, windowSeconds, formats) =>
      count > 1
        ? `احتُسب بلاغك، وهو واحد من ${arabicPlural(count, ONE_OF_REPORTS, formats)} ${withinLast(windowSeconds, formats)}.`
        : `احتُسب بلاغك، وهو الأول ${withinLast(windowSeconds, formats)}.`,
    alreadyReported: 'سبق أن أبلغت عن ذلك.',
    reportAgain: (moment) => `يمكنك الإبلاغ مجددًا عند ${moment}.`,
    recovered: {
      send: 'عادت تعمل لديّ',
      counted: 'احتُسب ذلك. شكرًا لإخبارنا بأنها عادت تعمل.',
      alreadyReported: 'سبق أن أخبرتنا بأنها عادت تعمل.',
      reportAgain: (moment) => `يمكنك إخبارنا مجددًا عند ${moment}.`,
    },
    refused: 'لم يُحتسب البلاغ: لم يقبله الخادم.',
    tryAgainAfter: (moment) => `أعد المحاولة بعد ${moment}.`,
    tryAgainLater: 'أعد المحاولة لاحقًا.',
    offline: 'لم يُرسل البلاغ: أنت غير متصل، أو يتعذّر الوصول إلى الخادم. اختيارك محفوظ.',
    prevented: 'لم يُرسل البلاغ: منعته هذه الصفحة.',
  },
  incidents: {
    title: 'الحوادث',
    empty: 'لا توجد حوادث معروفة.',
    impact: {
      none: 'بلا تأثير',
      minor: 'تأثير طفيف',
      major: 'تأثير كبير',
      critical: 'تأثير حرج',
      maintenance: 'صيانة',
    },
    status: {
      investigating: 'قيد التحقيق',
      identified: 'حُدّد السبب',
      monitoring: 'الإصلاح قيد المراقبة',
      resolved: 'حُلّ',
    },
    source: {
      community: 'من بلاغات المستخدمين',
      official: 'من الصفحة الرسمية',
      archive: 'من الأرشيف',
    },
    ongoing: 'مستمر',
    openWhenLastChecked: 'كان مفتوحًا عند آخر فحص',
    lasted: (duration) => `المدة: ${duration}`,
    noticedFirst: (duration) => `لاحظها المستخدمون قبل الصفحة الرسمية بـ ${genitive(duration)}`,
    starts: (relative) => `يبدأ ${relative}`,
  },
  guide: {
    title: (name) => `هل المشكلة في ${isolateInRtl(name)} أم لديّ وحدي؟`,
    answer: {
      offline: 'أنت غير متصل بالإنترنت: تحقق أولًا من اتصالك.',
      unknown: 'لا تتوفر معلومات حديثة، فابدأ بالتحقق من جهتك.',
      many: (name, ago) =>
        `لست وحدك: هناك مشكلة في ${isolateInRtl(name)}${ago && ` ظهرت ${ago}`}. معظم ما يلي لن يفيد قبل انتهائها.`,
      few: (name) =>
        `قلّة من المستخدمين يواجهون مشكلة في ${isolateInRtl(name)} الآن. تحقق مما يلي بالترتيب، وإن بقيت المشكلة فأبلغ عنها.`,
    },
    questions: 'أسئلة',
    about: (name) => `نبذة عن ${isolateInRtl(name)}`,
    check: {
      start: 'افحص من هذا الجهاز',
      asking: 'جارٍ السؤال…',
      note: (sites) =>
        `يسأل ${sites.map(isolateInRtl).join(' و')}: هل يصل ردّ إلى هذا المتصفح؟ تبقى النتيجة هنا.`,
      took: (milliseconds, formats) => `ردّ خلال ${formats.number(milliseconds)} مللي ثانية`,
      failed: {
        silent: 'لم يردّ',
        refused: 'رُفض فورًا',
        policy: 'لم يُسأل: هذه الصفحة لا تسمح بذلك',
        insecure: 'لم يُسأل: عنوانه غير آمن',
      },
      says: {
        answers: (name) =>
          `يردّ ${isolateInRtl(name)} على هذا الجهاز، فاتصالك يعمل. إن بقيت المشكلة فأعد تشغيل التطبيق أو حدّثه.`,
        answersButProblem: (name) =>
          `يردّ ${isolateInRtl(name)} على هذا الجهاز، فاتصالك يعمل. المشكلة من جهتهم: انتظر حتى تنتهي.`,
        answersOnlyHere: (name) =>
          `يردّ ${isolateInRtl(name)} على هذا الجهاز ولا يردّ على خادمنا. قد يتعطل في بعض الأماكن فقط.`,
        onlyHere: (name) =>
          `يردّ ${isolateInRtl(name)} على خادمنا ولا يردّ على هذا الجهاز: السبب شبكتك أو VPN أو DNS. جرّب بيانات الهاتف.`,
        someOnly: (name) =>
          `يردّ ${isolateInRtl(name)} على خادمنا ولا يردّ على هذا الجهاز، وهناك من يبلّغ عن مشاكل: قد يتعطل في بعض الشبكات أو الأماكن فقط. جرّب بيانات الهاتف.`,
        nowhere: (name) =>
          `لا يردّ ${isolateInRtl(name)} على خادمنا ولا على هذا الجهاز: المشكلة لديهم لا لديك.`,
        silentAndProblem: (name) =>
          `لا يردّ ${isolateInRtl(name)} على هذا الجهاز، وهناك من يبلّغ عن مشاكل: الأرجح أن المشكلة لديهم لا لديك.`,
        maintenance: (name) =>
          `لا يردّ ${isolateInRtl(name)} على هذا الجهاز. أعلن أصحابه عن صيانة، وهي السبب المرجّح.`,
        silent: (name) =>
          `لا يردّ ${isolateInRtl(name)} على هذا الجهاز. قد يكون السبب شبكتك أو VPN أو DNS. جرّب بيانات الهاتف.`,
        refused: (name) =>
          `شيء هنا يرفض ${isolateInRtl(name)} فورًا: ربما مانع محتوى أو مرشّح أسماء (DNS) أو جدار حماية. أوقفه، أو جرّب بيانات الهاتف.`,
        offline: () => 'هذا المتصفح غير متصل بالإنترنت: تحقق أولًا من اتصالك.',
        cutOff: (name) =>
          `لا يردّ ${isolateInRtl(name)} ولا خادمنا على هذا الجهاز: السبب اتصالك. جرّب بيانات الهاتف.`,
        policy: (name) =>
          `لا تسمح هذه الصفحة للأداة بأن تسأل ${isolateInRtl(name)}. افتحه في علامة تبويب مستقلة لترى هل يردّ.`,
        insecure: (name) =>
          `عنوان ${isolateInRtl(name)} غير آمن، فلا يجوز لصفحة آمنة أن تسأله. افتحه في علامة تبويب مستقلة لترى هل يردّ.`,
      },
    },
  },
  related: { title: 'خدمات ذات صلة' },
  trend: {
    title: (span) => `البلاغات خلال آخر ${genitive(span)}`,
    loading: 'جارٍ تحميل المخطط',
    failed: 'تعذّر تحميل المخطط.',
    reports: 'البلاغات',
    per: (stepSeconds, formats) => arPaint.per(stepSeconds, formats),
    usualRange: 'النطاق المعتاد',
    summary: ({ per, most, mostAt, latest }) =>
      `عدد البلاغات ${per}. الأعلى: ${most} عند ${mostAt}. الأحدث: ${latest}.`,
    keys: 'يتنقل السهمان الأيمن والأيسر بين النقاط.',
    point: (count, typical, formats) =>
      typical === undefined
        ? arabicPlural(count, REPORTS, formats)
        : `${arabicPlural(count, REPORTS, formats)}، ${arPaint.usual(typical, formats)}`,
    fewerThanOne: 'أقل من واحد',
    table: 'الأرقام في جدول',
    time: 'الوقت',
    usual: 'المعتاد',
  },
};
