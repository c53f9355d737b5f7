import { createSignal } from 'solid-js';

const [isOff] = createSignal(false);
export const Listed = () => (
  <outage-status
    class="status"
    classList={{ quiet: isOff() }}
    prop:withoutReport={isOff()}
    prop:headingLevel={2}
    bool:without-guide={isOff()}
    on:outage-load={(event) => event.feed.service.id}
  />
);
// @ts-expect-error a property takes a boolean
export const Wrong = () => <outage-status prop:withoutReport="yes" />;
