import type { OptionName, Options } from './options.js';
import type { Kind, PlaceId } from './places.js';
import type { SnippetBlock } from './snippet.js';

/** Texts of the snippet builder. */
export interface BuilderTexts {
  readonly title: string;
  readonly intro: string;
  readonly service: string;
  readonly serviceHint: string;
  readonly place: string;
  readonly kind: string;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly values: {
    readonly [Name in OptionName]: Readonly<Record<Options[Name], string>>;
  };
  readonly places: Readonly<Record<PlaceId, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly parts: Readonly<Record<NonNullable<SnippetBlock['part']>, string>>;
  readonly show: string;
  readonly paste: string;
  readonly preview: string;
  readonly copy: string;
  /** Name of a copy button beside others: `Copy: Tag name`. */
  copyPart(part: string): string;
  readonly copied: string;
  /** Shown if the clipboard is not available: the snippet is selected instead. */
  readonly selected: string;
  readonly updated: string;
  readonly failed: string;
  readonly share: string;
  /** `Place: there is no “x”. Using “My own site”.` */
  unknownValue(field: string, value: string, used: string): string;
  noService(query: string, used: string): string;
  readonly otherMatches: string;
  readonly noServices: string;
  /** What the place allows or requires, in the order of the kinds; `all` holds for every kind. */
  readonly notes: {
    readonly [Place in PlaceId]: Partial<Readonly<Record<Kind | 'all', string>>>;
  };
  readonly versionNotes: Readonly<Record<Options['version'], string>>;
}
