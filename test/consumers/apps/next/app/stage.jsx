'use client';

import { useState } from 'react';

/** Shows `Tags` with the state of the buttons. */
export function Stage({ Tags }) {
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
      {isShown && <Tags yes={yes} />}
    </main>
  );
}
