/** The attributes that the first paint depends on: where the feed is, and what of it is drawn. */
export type PaintAttribute =
  | 'service'
  | 'server'
  | 'src'
  | 'format'
  | 'variant'
  | 'heading-level'
  | 'without-breakdown'
  | 'without-sparkline'
  | 'without-official';

/**
 * The text of an attribute, `null` where it is missing. Before the element's class is there, they are those of the tag;
 * after that, the element's properties put as attributes.
 */
export type ReadAttribute = (name: PaintAttribute) => string | null;
