// The entry for several frameworks with JSX. Compiled, never run.
import type { OutageStatusAttributes, OutageStatusJsx } from 'outage-status/jsx';

export const right: OutageStatusAttributes = {
  service: 'kik',
  'without-report': true,
  hidden: true,
};
export const tag: OutageStatusJsx['outage-status'] = { variant: 'card', service: undefined };
// @ts-expect-error a theme that does not exist
export const wrong: OutageStatusAttributes = { theme: 'pink' };
