import { $, component$, useSignal } from '@builder.io/qwik';
import { hear } from './harness.js';

export const App = component$(() => {
  const yes = useSignal(true);
  const isShown = useSignal(true);
  const listen = $((event) => hear(event));
  return (
    <main>
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
