/** Texts of the server's own pages, in addition to the element's. */
export interface PageTexts {
  /** Title for link previews; without a status, because previews are kept. */
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
  /** Link to the page with the evidence for the status, which is in English. */
  readonly decision: string;
  /** Link to the page of past incidents. */
  readonly history: string;
  /** Heading and title of that page: `Kik: past incidents`. */
  historyOf(name: string): string;
  /** `Last 30 days`; the number as formatted text, and as a number. */
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
  previewTitle: (name) => `Is ${name} down? Live community status`,
  previewDescription: (name) =>
    `Is ${name} down, or is it just you? What users report right now, and what ${name} itself says.`,
  services: 'Service status',
  servicesDescription:
    'Is it down, or is it just you? What users report about each service, and what the vendor itself says.',
  search: 'Search services',
  searchButton: 'Search',
  noMatch: (query) => `No service matches “${query}”.`,
  allServices: 'All services',
  fullStatus: 'Full status',
  changes: (name) => `${name} status changes`,
  notFoundTitle: 'Not found',
  notFound: 'There is no service or page at this address.',
  decision: 'How the status is decided',
  history: 'Past incidents',
  historyOf: (name) => `${name}: past incidents`,
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
  previewTitle: (name) => `هل \u2068${name}\u2069 معطّل؟ الحالة المباشرة من المستخدمين`,
  previewDescription: (name) =>
    `هل \u2068${name}\u2069 معطّل أم المشكلة لديك وحدك؟ ما يُبلغ عنه المستخدمون الآن إلى جانب ما تقوله الصفحة الرسمية.`,
  services: 'حالة الخدمات',
  servicesDescription:
    'هل الخدمة معطّلة أم المشكلة لديك وحدك؟ ما يُبلغ عنه المستخدمون عن كل خدمة إلى جانب ما تقوله صفحتها الرسمية.',
  search: 'البحث عن خدمة',
  searchButton: 'بحث',
  noMatch: (query) => `لا توجد خدمة تطابق «${query}».`,
  allServices: 'كل الخدمات',
  fullStatus: 'الحالة الكاملة',
  changes: (name) => `تغيّرات حالة \u2068${name}\u2069`,
  notFoundTitle: 'غير موجود',
  notFound: 'لا توجد خدمة أو صفحة في هذا العنوان.',
  decision: 'كيف تُحدَّد الحالة (بالإنجليزية)',
  history: 'الحوادث السابقة',
  historyOf: (name) => `\u2068${name}\u2069: الحوادث السابقة`,
  // Three to ten days have another plural than eleven to ninety-nine, or a hundred.
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
