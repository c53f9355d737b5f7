/** Controls whose work is the browser's own action, which also keeps it from what is around them. */
const BY_BROWSER = 'a, input, label, summary';
const CONTROLS = `${BY_BROWSER}, button, canvas, [popover]`;
/** What a press may start around the element. */
const AROUND = 'a, button, label, summary, [role=button], [role=link], [onclick], [draggable=true]';

// Nodes may belong to another document, so no `instanceof`.
const find = (path: EventTarget[], selector: string): Element | undefined =>
  (path as Element[]).find((node) => node.matches?.(selector));

const prevent = (event: Event): void => event.preventDefault();

/**
 * Keeps a press of the element's own controls from starting what is around the element: following a link, toggling a
 * `<details>`, pressing a button, dragging. Text and figures stay part of the link. Where nothing of that kind is around
 * the element, the page sees every click. It never sees Enter and Space, as it may take them for a press of what is around.
 */
export function keepPresses(root: ShadowRoot): void {
  /** Finds the pressed control, if there is something around the element that a press may start. */
  const findControl = (event: Event): Element | undefined => {
    const path = event.composedPath();
    const edge = path.indexOf(root);
    return find(path.slice(edge + 2), AROUND) && find(path.slice(0, edge), CONTROLS);
  };

  const keep = (event: Event): void => {
    const control = findControl(event);
    if (!control) return;
    event.stopPropagation();
    if (control.matches(BY_BROWSER)) return;
    // Chromium, Firefox and WebKit (November 2026) follow a link around a shadow root with the button in it.
    event.preventDefault();
    // Opening a popover is the browser's own action too, so this button gets a press that ends at the root.
    if (control.matches('[popovertarget]'))
      control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  };

  // Whether something around the element waits for keys cannot be told, and no page needs these of a button in it.
  const keepKey = (event: Event): void => {
    if (/^(Enter| )$/.test((event as KeyboardEvent).key)) event.stopPropagation();
  };

  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keepKey);
  root.addEventListener('click', keep);
  root.addEventListener('auxclick', keep);
  root.addEventListener('pointerdown', (event) => {
    if (!findControl(event)) return;
    addEventListener('dragstart', prevent, true);
    const end = () => removeEventListener('dragstart', prevent, true);
    addEventListener('pointerup', end, { capture: true, once: true });
    addEventListener('pointercancel', end, { capture: true, once: true });
  });
}
