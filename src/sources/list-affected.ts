import type { Official, Status } from '../feed/index.js';
import { isProblem, RANK } from '../model/severity.js';
import { cutText } from './read-field.js';
import type { VendorComponent, VendorPage } from './vendor-page.js';

/** Most names that a feed carries. */
const MOST_NAMES = 10;

const rankOf = ({ status }: VendorComponent): number => RANK[status ?? 'unknown'];

/**
 * Lists the parts of a page that have a problem, the worst first.
 *
 * @returns `undefined` when no part has one, or when the page is a single part.
 */
export function listAffected({ components }: Pick<VendorPage, 'components'>): Official['affected'] {
  const parts = components.filter(
    (component): component is VendorComponent & { status: Status } =>
      component.status !== undefined && component.kind !== 'group',
  );
  // Where parts are listed only while they have a problem, the number of all parts is unknown.
  const isWholeList = parts.every(({ kind }) => kind === undefined);
  if (isWholeList && parts.length < 2) return undefined;
  const affected = parts
    .filter(({ status }) => isProblem(status))
    .toSorted((left, right) => rankOf(right) - rankOf(left));
  const names = affected.flatMap(({ name }) => (name ? [cutText(name, 120)] : []));
  if (affected.length === 0 || (!isWholeList && names.length === 0)) return undefined;
  return {
    count: affected.length,
    ...(isWholeList && { total: parts.length }),
    names: names.slice(0, MOST_NAMES),
  };
}
