import { OPTIONS, optionsOf, type OptionName, type Options } from './options.js';
import { KINDS, PLACE_IDS, PLACES, type Kind, type Place, type PlaceId } from './places.js';

/** The choices in the builder, except the service. */
export interface Choice {
  readonly placeId: PlaceId;
  readonly kind: Kind;
  readonly options: Options;
}

/** A value that the builder does not know. */
export interface UnknownValue {
  readonly field: 'place' | 'kind' | OptionName;
  /** As received, at most 60 characters. */
  readonly value: string;
}

/** Names in the address: `place`, `as` for the kind, and the options'. */
export type ReadParameter = (name: string) => string | undefined;

const MAX_SHOWN = 60;

/**
 * Reads a choice. Missing parameters, and those without meaning in that place, take their defaults; unknown values are
 * returned.
 *
 * @param read Returns a parameter of the address.
 */
export function readChoice(read: ReadParameter): { choice: Choice; unknown: UnknownValue[] } {
  const unknown: UnknownValue[] = [];
  const pick = <Value extends string>(
    field: UnknownValue['field'],
    name: string,
    known: readonly Value[],
    accepted: readonly Value[],
  ): Value => {
    const value = read(name)?.trim();
    if (value && !known.some((one) => one === value)) {
      unknown.push({ field, value: value.slice(0, MAX_SHOWN) });
    }
    return accepted.find((one) => one === value) ?? (accepted[0] as Value);
  };
  const placeId = pick('place', 'place', PLACE_IDS, PLACE_IDS);
  const place: Place = PLACES[placeId];
  const kind = pick<Kind>('kind', 'as', KINDS, place.kinds);
  // The available sizes and colours depend on the look.
  const { look: looks = ['auto'] } = optionsOf(kind, place, 'auto');
  const look = pick('look', 'look', OPTIONS.look, looks);
  const accepted = optionsOf(kind, place, look);
  const {
    theme = ['auto'],
    language = ['auto'],
    size = ['small'],
    version = ['pinned'],
  } = accepted;
  const options: Options = {
    look,
    theme: pick('theme', 'theme', OPTIONS.theme, theme),
    language: pick('language', 'language', OPTIONS.language, language),
    size: pick('size', 'size', OPTIONS.size, size),
    version: pick('version', 'version', OPTIONS.version, version),
  };
  return { choice: { placeId, kind, options }, unknown };
}

/**
 * The address of a choice, relative to the server; defaults are left out.
 *
 * @param pageLanguage Language of the builder itself; empty for English.
 */
export function addressOfChoice(
  serviceId: string,
  { placeId, kind, options }: Choice,
  pageLanguage: string,
): string {
  const place: Place = PLACES[placeId];
  const accepted = optionsOf(kind, place, options.look);
  const query = new URLSearchParams({ service: serviceId, place: placeId });
  if (kind !== place.kinds[0]) query.set('as', kind);
  for (const name of Object.keys(accepted) as OptionName[]) {
    if (options[name] !== accepted[name]?.[0]) query.set(name, options[name]);
  }
  if (pageLanguage !== '') query.set('lang', pageLanguage);
  return `embed?${query.toString()}`;
}
