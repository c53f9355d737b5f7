import { useEffect, useState } from 'react';

/** Shows its children, a function, with the state of the buttons; `define` runs once they are in the page. */
export function Stage({ children, define }) {
  const [yes, setYes] = useState(true);
  const [isShown, show] = useState(true);
  useEffect(() => void define?.(), []);
  return (
    <main>
      <button id="flip" onClick={() => setYes(!yes)}>
        Flip
      </button>
      <button id="leave" onClick={() => show(false)}>
        Leave
      </button>
      {isShown && children(yes)}
    </main>
  );
}
