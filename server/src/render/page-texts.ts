import { isolateInLtr, isolateInRtl } from 'outage-status/texts';

/** Texts of the server's own pages, in addition to those of the element. Names may be of any direction: the texts isolate them. */
export interface PageTexts {
  /** Title for link previews, which freeze: no state in it. */
  previewTitle(name: string): string;
  previewDescription(name: string): string;
  /** Heading and title of the list of services. */
  readonly services: string;
  readonly servicesDescription: string;
  readonly search: string;
  readonly searchButton: string;
  noMatch(query: string): string;
  readonly allServices: string;
  /** Link from the small renderings to the page. */
  readonly fullStatus: string;
  /** Name of the Atom feed: `Kik status changes`. */
  changes(name: string): string;
  readonly notFoundTitle: string;
  readonly notFound: string;
  /** Link to the page that explains the status, which is in English. */
  readonly decision: string;
  /** Link to the page of past incidents. */
  readonly history: string;
  /** Heading and title of that page: `Kik: past incidents`. */
  historyOf(name: string): string;
  /** `Last 30 days`; the number as it is written, and itself. */
  lastDays(count: string, days: number): string;
  /** Name of the links to other spans. */
  readonly timeSpan: string;
  readonly reportsPerDay: string;
  readonly day: string;
  readonly reports: string;
  /** Link to the picture. */
  readonly badge: string;
  /** Link to the builder of snippets. */
  readonly putOnPage: string;
  /** Name of the links to other languages. */
  readonly languages: string;
  /** The language in its own words. */
  readonly ownName: string;
}

const en: PageTexts = {
  previewTitle: (name) => `Is ${isolateInLtr(name)} down? Live community status`,
  previewDescription: (name) =>
    `Is ${isolateInLtr(name)} down, or is it just you? What users report right now, beside what ${isolateInLtr(name)} itself says.`,
  services: 'Service status',
  servicesDescription:
    'Is it down, or is it just you? What users report about each service, beside what the vendor itself says.',
  search: 'Search services',
  searchButton: 'Search',
  noMatch: (query) => `No service matches “${isolateInLtr(query)}”.`,
  allServices: 'All services',
  fullStatus: 'Full status',
  changes: (name) => `${isolateInLtr(name)} status changes`,
  notFoundTitle: 'Not found',
  notFound: 'There is no service or page at this address.',
  decision: 'How the status is decided',
  history: 'Past incidents',
  historyOf: (name) => `${isolateInLtr(name)}: past incidents`,
  lastDays: (count) => `Last ${count} days`,
  timeSpan: 'Time span',
  reportsPerDay: 'Reports per day',
  day: 'Day (UTC)',
  reports: 'Reports',
  badge: 'Badge',
  putOnPage: 'Put it on your page',
  languages: 'Languages',
  ownName: 'English',
};

const ar: PageTexts = {
  previewTitle: (name) => `هل ${isolateInRtl(name)} معطّل؟ الحالة المباشرة من المستخدمين`,
  previewDescription: (name) =>
    `هل ${isolateInRtl(name)} معطّل أم المشكلة لديك وحدك؟ ما يُبلغ عنه المستخدمون الآن إلى جانب ما تقوله الصفحة الرسمية.`,
  services: 'حالة الخدمات',
  servicesDescription:
    'هل الخدمة معطّلة أم المشكلة لديك وحدك؟ ما يُبلغ عنه المستخدمون عن كل خدمة إلى جانب ما تقوله صفحتها الرسمية.',
  search: 'البحث عن خدمة',
  searchButton: 'بحث',
  noMatch: (query) => `لا توجد خدمة تطابق «${isolateInRtl(query)}».`,
  allServices: 'كل الخدمات',
  fullStatus: 'الحالة الكاملة',
  changes: (name) => `تغيّرات حالة ${isolateInRtl(name)}`,
  notFoundTitle: 'غير موجود',
  notFound: 'لا توجد خدمة أو صفحة في هذا العنوان.',
  decision: 'كيف تُحدَّد الحالة (بالإنجليزية)',
  history: 'الحوادث السابقة',
  historyOf: (name) => `${isolateInRtl(name)}: الحوادث السابقة`,
  // Three to ten days have another plural than a hundred, or eleven to ninety-nine.
  lastDays: (count, days) =>
    days % 100 >= 3 && days % 100 <= 10 ? `آخر ${count} أيام` : `آخر ${count} يومًا`,
  timeSpan: 'المدة الزمنية',
  reportsPerDay: 'البلاغات في اليوم',
  day: 'اليوم (UTC)',
  reports: 'البلاغات',
  badge: 'شارة',
  putOnPage: 'ضعها في صفحتك',
  languages: 'اللغات',
  ownName: 'العربية',
};

/** Page texts by primary subtag, for every language of the element. */
export const PAGE_TEXTS = { en, ar } as const;
