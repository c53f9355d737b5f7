import './harness.js';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const define = () => import('outage-status/define');
const isLate = location.pathname === '/late';
const isComponent = location.pathname === '/component';

function App({ Tags }) {
  const [yes, setYes] = useState(true);
  const [isShown, show] = useState(true);
  useEffect(() => void (isLate && define()), []);
  return (
    <main>
      <button id="flip" onClick={() => setYes(!yes)}>
        Flip
      </button>
      <button id="leave" onClick={() => show(false)}>
        Leave
      </button>
      {isShown && <Tags yes={yes} />}
    </main>
  );
}

if (!isLate && !isComponent) await define();
const { Tags } = isComponent ? await import('./component-tags.jsx') : await import('./tags.jsx');
createRoot(document.querySelector('#app')).render(
  <StrictMode>
    <App Tags={Tags} />
  </StrictMode>,
);
