import { genitive } from './ar-plural.js';
import { isolateInRtl } from './isolate.js';
import type { ElementMessages, PaintMessages } from './messages.js';

/** Arabic texts of the first paint. */
export const arPaint: PaintMessages = {
  status: {
    operational: 'يعمل بشكل طبيعي',
    degraded_performance: 'أداء متراجع',
    partial_outage: 'انقطاع جزئي',
    major_outage: 'انقطاع كبير',
    under_maintenance: 'قيد الصيانة',
    unknown: 'غير معروف',
  },
  statusShort: {
    operational: 'يعمل',
    degraded_performance: 'أداء ضعيف',
    partial_outage: 'انقطاع جزئي',
    major_outage: 'انقطاع كبير',
    under_maintenance: 'صيانة',
    unknown: 'غير معروف',
  },
  statusInSentence: {
    operational: 'عمل طبيعي',
    degraded_performance: 'تراجع في الأداء',
    partial_outage: 'انقطاع جزئي',
    major_outage: 'انقطاع كبير',
    under_maintenance: 'صيانة',
    unknown: 'حالة غير معروفة',
  },
  title: (name) => `حالة ${isolateInRtl(name)}`,
  verdict: {
    allClear: ({ name }) => `لا مؤشر على وجود مشكلة في ${isolateInRtl(name)}.`,
    recovering: ({ name }) => `يبدو أن ${isolateInRtl(name)} يعود إلى العمل: البلاغات تتراجع.`,
    maintenance: ({ name }) => `أُعلن عن صيانة في ${isolateInRtl(name)}، وهي جارية الآن.`,
    communityAlone: ({ name, status }) => `يُبلغ المستخدمون عن ${status} في ${isolateInRtl(name)}.`,
    communityOnly: ({ status }) => `يُبلغ المستخدمون عن ${status}، والصفحة الرسمية لا تذكر ذلك.`,
    officialOnly: ({ name, status }) =>
      `تعلن الصفحة الرسمية لدى ${isolateInRtl(name)} عن ${status}، ولا شيء غير معتاد في بلاغات المستخدمين.`,
    officialAlone: ({ name, status }) =>
      `تعلن الصفحة الرسمية لدى ${isolateInRtl(name)} عن ${status}.`,
    probeAlone: ({ name }) => `خوادم ${isolateInRtl(name)} لا تستجيب لفحصنا.`,
    confirmed: ({ name, status }) =>
      `يُبلغ المستخدمون عن ${status}، وتؤكد الصفحة الرسمية لدى ${isolateInRtl(name)} وجود مشكلة.`,
    unknown: ({ name }) => `لا تتوفر الآن معلومات عن ${isolateInRtl(name)}.`,
    stale: ({ status, age }) => `لا بيانات حديثة. آخر حالة معروفة ${age}: ${status}.`,
  },
  since: (moment, ago) => `منذ ${moment} (${ago})`,
  usual: (typical, formats) =>
    typical >= 1
      ? `المعتاد ${formats.number(typical)}`
      : typical > 0
        ? 'المعتاد أقل من بلاغ واحد'
        : 'المعتاد لا بلاغات',
  per: (stepSeconds, formats) =>
    `في كل ${stepSeconds === 900 ? 'ربع ساعة' : stepSeconds === 1800 ? 'نصف ساعة' : genitive(formats.duration(stepSeconds))}`,
};

/** Arabic texts that only the element shows. */
export const arElement: ElementMessages = {
  // The card shows the number itself, in large type; this is only the noun after it, in the form the number requires.
  reportsInWindow: (count, windowSeconds, formats) =>
    `${{ zero: 'بلاغ', one: 'بلاغ', two: 'بلاغان', few: 'بلاغات', many: 'بلاغًا', other: 'بلاغ' }[formats.plural(count)]} خلال ${genitive(formats.duration(windowSeconds))}`,
  breakdown: 'ما يُبلغ عنه المستخدمون',
  showAll: (count) => `عرض الكل (${count})`,
  showFewer: 'عرض أقل',
  sparkline: ({ hours, per, maximum, latest }) =>
    `البلاغات خلال ${genitive(hours)}: أعلى عدد ${per} ${maximum}، والآن ${latest}.`,
  axisEnd: 'الآن',
  axisStart: (duration) => `قبل ${genitive(duration)}`,
  updated: (ago) => `آخر تحديث ${ago}`,
  notUpdating: 'لا يجري التحديث',
  pause: 'إيقاف التحديث مؤقتًا',
  resume: 'استئناف التحديث',
  announcement: (name, status) => `${isolateInRtl(name)}: ${status}`,
  loading: 'جارٍ تحميل الحالة',
  failed: 'تعذّر تحميل الحالة.',
  retry: 'إعادة المحاولة',
  show: 'عرض الحالة المباشرة',
  details: 'التفاصيل',
  less: 'تفاصيل أقل',
};
