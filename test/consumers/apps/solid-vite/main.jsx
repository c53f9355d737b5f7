import { createSignal, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { hear } from './harness.js';

const isLate = location.pathname === '/late';
const define = () => import('outage-status/define');

function App() {
  const [yes, setYes] = createSignal(true);
  const [isShown, show] = createSignal(true);
  return (
    <main>
      <button id="flip" onClick={() => setYes(!yes())}>
        Flip
      </button>
      <button id="leave" onClick={() => show(false)}>
        Leave
      </button>
      <Show when={isShown()}>
        <>{/* tags of jsx */}</>
      </Show>
    </main>
  );
}

if (!isLate) await define();
render(() => <App />, document.querySelector('#app'));
if (isLate) await define();
