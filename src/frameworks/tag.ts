import type { TagAttributes, TagEvents, TagProperties } from './tag.generated.js';

type PascalCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${PascalCase<Rest>}`
  : Capitalize<Name>;

/** A listener for each event, named with a prefix. */
export type Listeners<Prefix extends string> = {
  readonly [Name in keyof TagEvents as `${Prefix}${Name}`]?:
    | ((event: TagEvents[Name]) => void)
    | undefined;
};

/** The same in camel case, such as `onOutageLoad`. */
export type CamelCaseListeners = {
  readonly [Name in keyof TagEvents as `on${PascalCase<Name>}`]?:
    | ((event: TagEvents[Name]) => void)
    | undefined;
};

/** Attributes, properties and events that only this tag has, all optional. */
export interface OutageStatusOwnAttributes extends TagProperties, TagAttributes, Listeners<'on'> {}
