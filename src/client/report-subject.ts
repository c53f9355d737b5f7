/** Whether something fails for a visitor, or works again. */
export type ReportKind = 'problem' | 'recovered';

/**
 * What a visitor reports about a service: the id of the category that fails, or `{ kind: 'recovered' }` for "works for
 * me again". The latter has an effect only while users report a problem.
 */
export type ReportSubject = string | { readonly kind: 'recovered' };
