/** The tag in templates of Vue: `import type {} from 'outage-status/vue'`, once in a project. */
/** @ts-ignore without Vue */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { OutageStatusElement } from '../element/outage-status-element.js';
import type { TagProperties, TagSlots } from './tag.generated.js';
import type { CamelCaseListeners } from './tag.js';

/** `<outage-status>` as Vue's types describe a component. Vue looks up `@outage-load` and `:heading-level` in camel case. */
export type OutageStatusTag = new () => OutageStatusElement & {
  readonly $props: TagProperties & CamelCaseListeners & HTMLAttributes & PublicProps;
  readonly $slots: TagSlots;
};

/** @ts-ignore without Vue */
declare module 'vue' {
  interface GlobalComponents {
    'outage-status': OutageStatusTag;
  }
}
