/** Whether something fails for a visitor, or works again. */
export type ReportKind = 'problem' | 'recovered';

/**
 * What a visitor tells about a service: the id of the category that fails, or the opposite, `{ kind: 'recovered' }`:
 * it works for me again. That one weighs only while users report a problem.
 */
export type ReportSubject = string | { readonly kind: 'recovered' };
