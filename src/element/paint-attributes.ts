/** The attributes that the first paint depends on: they locate the feed and select its parts. */
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
 * Returns the text of an attribute, `null` where it is missing. The first paint reads the tag's attributes, the element
 * its own properties.
 */
export type ReadAttribute = (name: PaintAttribute) => string | null;
