import { isolateInRtl } from 'outage-status/texts';
import type { BuilderTexts } from './builder-texts.js';

const HTML_CARD = 'يوضع في بطاقة HTML. رسائل البريد تحذف البرامج والإطارات.';
const NPM_PACKAGE =
  'اسم الحزمة «outage-status». ليست في سجل npm بعد: الأمر «npm pack» في نسخة من المشروع يصنع الملف الذي يُثبَّت.';

/** Arabic. */
export const ar: BuilderTexts = {
  title: 'ضع الحالة في صفحتك',
  intro: 'اختر خدمة ومكانًا وشكلًا، ثم انسخ الشيفرة المناسبة لذلك المكان.',
  service: 'الخدمة',
  serviceHint: 'اسم الخدمة أو جزء منه',
  place: 'المكان',
  kind: 'ما الذي يُلصق',
  options: {
    look: 'الشكل',
    theme: 'الألوان',
    language: 'اللغة',
    size: 'الحجم',
    version: 'الإصدار',
  },
  values: {
    look: { auto: 'تلقائي', card: 'بطاقة', badge: 'شارة', compact: 'مختصر' },
    theme: { auto: 'كالصفحة', light: 'فاتح', dark: 'داكن' },
    language: { auto: 'تلقائي', en: 'English', ar: 'العربية' },
    size: { small: 'صغير', medium: 'متوسط', large: 'كبير' },
    version: { pinned: 'مثبّت مع بصمته', newest: 'الأحدث دائمًا' },
  },
  places: {
    site: 'موقعي الخاص',
    wordpress: 'WordPress',
    ghost: 'Ghost',
    blogger: 'Blogger',
    wix: 'Wix',
    generator: 'Hugo وJekyll وEleventy وAstro',
    bundler: 'npm مع أداة تجميع',
    server: 'صفحة يصنعها خادم',
    discourse: 'Discourse',
    phpbb: 'phpBB',
    xenforo: 'XenForo',
    mybb: 'MyBB وvBulletin',
    flarum: 'Flarum وNodeBB',
    readme: 'ملف README في GitHub',
    notion: 'Notion',
    preview: 'محادثة أو معاينة رابط أخرى',
    reader: 'قارئ خلاصات',
  },
  kinds: {
    element: 'أداة حيّة (HTML)',
    'custom-element': 'أداة حيّة (حقول)',
    bundler: 'أداة حيّة (شيفرة)',
    render: 'الحالة في HTML (خادم JavaScript)',
    ssi: 'الحالة في HTML (nginx وSSI)',
    esi: 'الحالة في HTML (Varnish وESI)',
    php: 'الحالة في HTML (PHP)',
    iframe: 'إطار (HTML)',
    'frame-address': 'إطار (عنوان)',
    address: 'عنوان في سطر مستقل (oEmbed)',
    picture: 'صورة (HTML)',
    markdown: 'صورة (Markdown)',
    bbcode: 'صورة (BBCode)',
    link: 'رابط',
    feed: 'خلاصة (Atom)',
  },
  parts: {
    script: 'عنوان الخادم',
    tag: 'الوسم',
    attributes: 'السمات',
    code: 'الشيفرة',
    server: 'في الخادم مرة واحدة',
    page: 'في الصفحة',
  },
  show: 'اعرض',
  paste: 'الصق هذا',
  preview: 'هكذا يبدو',
  copy: 'انسخ',
  copyPart: (part) => `انسخ: ${part}`,
  copied: 'نُسخ.',
  selected: 'النص محدّد: انسخه بلوحة المفاتيح أو من القائمة.',
  updated: 'حُدّثت النتيجة.',
  failed: 'لم يُجب الخادم. حاول مجددًا بزر «اعرض».',
  share: 'رابط هذا الاختيار',
  unknownValue: (field, value, used) =>
    `${field}: لا يوجد «${isolateInRtl(value)}». استُخدم «${isolateInRtl(used)}».`,
  noService: (query, used) =>
    `لا توجد خدمة تطابق «${isolateInRtl(query)}». استُخدمت «${isolateInRtl(used)}».`,
  otherMatches: 'وُجد أيضًا:',
  noServices: 'لا توجد خدمات في هذا الخادم بعد.',
  notes: {
    site: {
      element:
        'ضع السطرين الأولين مرة واحدة في الصفحة، في أبكر موضع ممكن، والثالث حيث تريد أن تظهر الحالة.',
      iframe: 'السطر الثاني يجعل ارتفاع الإطار يتبع محتواه، ويمكن حذفه.',
    },
    wordpress: {
      address: 'في سطر مستقل يجعل منه WordPress إطارًا. يستطيع ذلك كل كاتب، حتى في الشبكات.',
      element:
        'يوضع في مكوّن «HTML مخصّص»، وهو متاح للمديرين والمحرّرين في موقع منفرد، وللمدير العام وحده في غيره. يحتاج WordPress.com إلى خطة تسمح بالإضافات.',
      iframe: 'يوضع في مكوّن «HTML مخصّص»، وهو متاح للمديرين والمحرّرين في موقع منفرد.',
      picture: 'متاحة لكل كاتب.',
    },
    ghost: {
      address: 'عند لصقه في سطر مستقل يجعل منه Ghost إطارًا.',
      element: HTML_CARD,
      iframe: HTML_CARD,
      picture: 'توضع في بطاقة HTML.',
    },
    blogger: { all: 'يوضع في أداة «HTML/JavaScript» أو في عرض HTML للتدوينة.' },
    wix: {
      'custom-element':
        'أضف «Custom Element» واختر «Server URL» ثم املأ هذه الحقول. يطلب Wix عنوانًا بـ https.',
      'frame-address': 'أضف «Embed a site» وأعطه هذا العنوان.',
    },
    generator: {
      all: 'يمرّ HTML في Eleventy وJekyll وAstro. أما Hugo فيحذفه من Markdown ما لم يُضبط «markup.goldmark.renderer.unsafe»: ضعه في قالب أو shortcode.',
    },
    bundler: { all: NPM_PACKAGE },
    server: {
      all: 'يوضع السطر الأول في أي مكان من الصفحة مرة واحدة، وتظهر الحالة حيث السطر الثاني، مع JavaScript أو من دونه. اجعل اللغة لغة الصفحة.',
      render: NPM_PACKAGE,
      ssi: 'الصفحة ملف داخل «root». يبحث nginx عن اسم الخادم عند بدء تشغيله ولا يبدأ إن لم يجده.',
      esi: '«site» هو خادمك. يخاطب Varnish الخوادم بـ http غير المشفّر: اذكر منفذ خادم الحالة نفسه، أو وسيطًا محليًا يضيف TLS.',
      php: 'يسأل عند كل عرض للصفحة. إن كثرت الصفحات فاحتفظ بالجواب 15 ثانية.',
    },
    discourse: {
      markdown:
        'تبقى الصورة محدّثة ما لم ينسخها Discourse: يضيف المديرون هذا الخادم إلى «disabled image download domains».',
      iframe: 'على المديرين إضافة عنوان الإطار إلى «allowed iframes».',
      address:
        'يصبح معاينة يحتفظ بها Discourse يومًا ثم دائمًا، ولا يصبح إطارًا إلا حيث يوجد هذا الخادم في «allowed iframes».',
    },
    phpbb: {
      bbcode:
        'يجب أن تكون الصور مسموحة في المنتدى. يسمّي phpBB كل صورة «Image»، ولهذا وُضعت كلمات بجانبها.',
    },
    xenforo: { bbcode: 'إذا كان وكيل الصور في المنتدى يعمل فهو يحدّد متى تُجدَّد الصورة.' },
    mybb: { bbcode: 'يصنع MyBB النص البديل للصورة من اسم الملف، ولهذا كان طويلًا.' },
    flarum: { markdown: 'يوضع في المشاركة كما هو.' },
    readme: {
      all: 'تتبع ألوان القارئ. يسأل وكيل الصور في GitHub من جديد بعد دقيقة.',
    },
    notion: { 'frame-address': 'اكتب ‎/embed ثم الصق العنوان.' },
    preview: {
      link: 'تصنع المحادثات والمنتديات من الرابط بطاقة وتحتفظ بها يومًا أو دائمًا. لذلك لا تقول شيئًا عن حال الخدمة الآن، وتحمل الصورة وقتها.',
    },
    reader: { feed: 'تغيّرات الحالة والحوادث، الأحدث أولًا.' },
  },
  versionNotes: {
    pinned:
      'يشغّل المتصفح هذا الإصدار، أو لا شيء إن اختلفت البصمة، وعندها يبقى ما في الوسم. يحتفظ الخادم بكل إصدار قدّمه.',
    newest: 'تتغيّر الأداة عند تحديث الخادم.',
  },
};
