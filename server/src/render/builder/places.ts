/** The kinds of snippets, from the most capable to the plainest. */
export const KINDS = [
  'element',
  'custom-element',
  'bundler',
  'render',
  'ssi',
  'esi',
  'php',
  'iframe',
  'frame-address',
  'address',
  'picture',
  'markdown',
  'bbcode',
  'link',
  'feed',
] as const;

/** One way to embed. */
export type Kind = (typeof KINDS)[number];

/** The kinds of snippets that one place accepts, and how it treats them. */
export interface Place {
  /** Accepted kinds, the best first. */
  readonly kinds: readonly [Kind, ...Kind[]];
  /** The format of a badge: PNG where SVG is rejected or may be. */
  readonly picture: 'svg' | 'png';
  /** Whether it runs a script beside an iframe, which sets the frame's height. */
  readonly scripts: boolean;
}

const anything = { picture: 'svg', scripts: true } as const;
const noScripts = { picture: 'svg', scripts: false } as const;
const forum = { kinds: ['bbcode', 'link'], picture: 'png', scripts: false } as const;

/** Places to embed a status. {@link BuilderTexts.notes} says what each must allow. */
export const PLACES = {
  site: { kinds: ['element', 'iframe', 'picture'], ...anything },
  wordpress: { kinds: ['address', 'element', 'iframe', 'picture'], ...anything },
  ghost: { kinds: ['address', 'element', 'iframe', 'picture'], ...anything },
  blogger: { kinds: ['element', 'iframe', 'picture'], ...anything },
  wix: { kinds: ['custom-element', 'frame-address'], ...anything },
  generator: { kinds: ['element', 'iframe', 'markdown', 'picture'], ...anything },
  bundler: { kinds: ['bundler'], ...anything },
  server: { kinds: ['render', 'ssi', 'esi', 'php'], ...anything },
  discourse: { kinds: ['markdown', 'iframe', 'address'], ...noScripts },
  phpbb: forum,
  xenforo: forum,
  mybb: forum,
  flarum: { kinds: ['markdown', 'link'], ...noScripts },
  readme: { kinds: ['markdown', 'picture'], ...noScripts },
  notion: { kinds: ['frame-address', 'link'], ...noScripts },
  preview: { kinds: ['link'], ...noScripts },
  reader: { kinds: ['feed'], ...noScripts },
} as const satisfies Record<string, Place>;

/** Key of a place, as in the address of the builder. */
export type PlaceId = keyof typeof PLACES;

/** Keys of all places, in the order of the form. */
export const PLACE_IDS = Object.keys(PLACES) as [PlaceId, ...PlaceId[]];
