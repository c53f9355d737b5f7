import { $, component$, useSignal, useVisibleTask$ } from '@builder.io/qwik';
import { hear } from './harness.js';

const EVENTS = ['load', 'status-change', 'error', 'report', 'reported'];

export const App = component$(() => {
  const yes = useSignal(true);
  const isShown = useSignal(true);
  const root = useSignal();
  const listen = $((event) => hear(event));
  useVisibleTask$(() => {
    if (location.pathname !== '/listener') return;
    for (const event of EVENTS) root.value.addEventListener(`outage-${event}`, hear);
  });
  return (
    <main ref={root}>
      <button id="flip" onClick$={() => (yes.value = !yes.value)}>
        Flip
      </button>
      <button id="leave" onClick$={() => (isShown.value = false)}>
        Leave
      </button>
      {isShown.value && <>{/* tags of jsx */}</>}
    </main>
  );
});
