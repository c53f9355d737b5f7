import type { nothing as litNothing, TemplateResult } from 'lit';

export type { TemplateResult };

/**
 * Lit's `html` and `nothing`, which make plain data, without the rest of Lit: the first paint and server rendering draw
 * such data by themselves, and Lit's own build for browsers needs a DOM when it is imported. Lit keeps this shape between
 * releases, because copies of several versions on one page rely on it; a test compares it with the installed Lit.
 */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult<1> => ({
  ['_$litType$']: 1,
  strings,
  values,
});

export const nothing: typeof litNothing = Symbol.for('lit-nothing') as typeof litNothing;
