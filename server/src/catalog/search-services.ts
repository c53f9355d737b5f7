import type { CatalogService } from './load-catalog.js';

const byName = new Intl.Collator('en');

// Ignores case and accents, so that "pokemon" finds "Pokémon".
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/**
 * Finds services by a part of their id, name or aliases.
 *
 * @param query Empty for all services.
 * @returns Sorted by name.
 */
export function searchServices(
  catalog: ReadonlyMap<string, CatalogService>,
  query: string,
): CatalogService[] {
  const wanted = fold(query);
  return [...catalog.values()]
    .filter(({ id, name, aliases }) =>
      [id, name, ...aliases].some((text) => fold(text).includes(wanted)),
    )
    .toSorted((left, right) => byName.compare(left.name, right.name));
}
