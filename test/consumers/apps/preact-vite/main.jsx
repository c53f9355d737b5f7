import { render } from 'preact';
import { useState } from 'preact/hooks';
import { hear } from './harness.js';

const isLate = location.pathname === '/late';
const define = () => import('outage-status/define');

function App() {
  const [yes, setYes] = useState(true);
  const [isShown, show] = useState(true);
  return (
    <main>
      <button id="flip" onClick={() => setYes(!yes)}>
        Flip
      </button>
      <button id="leave" onClick={() => show(false)}>
        Leave
      </button>
      {isShown && <>{/* tags of jsx */}</>}
    </main>
  );
}

if (!isLate) await define();
render(<App />, document.querySelector('#app'));
if (isLate) await define();
