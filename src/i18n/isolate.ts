/**
 * Wraps a text of unknown language, such as a service's name, in Unicode isolates (FSI … PDI), so that its direction and
 * punctuation do not affect the surrounding sentence.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
