/**
 * Follows the popover of the one-line variant.
 *
 * @param event Its `toggle`.
 * @param change Called with whether it is open.
 */
export function followPopover(
  event: ToggleEvent,
  change: (choices: { readonly opened: boolean }) => void,
): void {
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  change({ opened: event.newState === 'open' });
  // When a popover in a shadow root closes, Chromium moves its focus to the page's body.
  if (
    event.newState === 'closed' &&
    [document.body, null].includes(document.activeElement as HTMLElement)
  ) {
    root.querySelector('button')?.focus();
  }
}
