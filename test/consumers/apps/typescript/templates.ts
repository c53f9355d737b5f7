// The entries of frameworks with templates, as their checkers read them. Compiled, never run.
import type { GlobalComponents } from 'vue';
import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'outage-status/vue';
import type {} from 'outage-status/svelte';
import { OutageStatus } from 'outage-status/angular';

type VueProps = InstanceType<GlobalComponents['outage-status']>['$props'];
export const inVue: VueProps = {
  service: 'kik',
  withoutReport: true,
  onOutageLoad: ({ feed }) => feed,
};
// @ts-expect-error a variant that does not exist
export const wrongInVue: VueProps = { variant: 'huge' };

type SvelteAttributes = SvelteHTMLElements['outage-status'];
export const inSvelte: SvelteAttributes = { service: 'kik', 'without-report': true, title: 'Kik' };
// @ts-expect-error neither a number nor `off`
export const wrongInSvelte: SvelteAttributes = { refresh: 'never' };

export const inAngular = (directive: OutageStatus): void => {
  directive.variant = 'badge';
  // @ts-expect-error a theme that does not exist
  directive.theme = 'pink';
};
