import type { Fields } from '../read-field.js';

/**
 * Whether incident.io marks a page as the parent of others. Such a page is empty, as its incidents are on its sub-pages.
 *
 * @param fields A page, or a document that describes one.
 */
export const isParentPage = (fields: Fields): boolean => fields['page_type'] === 'parent';

/** Whether an id is a ULID, as incident.io gives its pages; Atlassian's have 12 lower-case letters and digits. */
export const isUlid = (id: unknown): boolean =>
  typeof id === 'string' && /^[0-7][\dA-HJKMNP-TV-Z]{25}$/.test(id);
