import type { ReactiveController, ReactiveControllerHost } from 'lit';

const CROWD = 50;

let copies = 0;
const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

const callAll = (hosts: Iterable<Element>): void => {
  for (const host of hosts) waiting.get(host)?.();
};

/** Observes from one height of the window around it on, so that a card is whole when it is scrolled into view. */
const openObserver = (): IntersectionObserver => {
  // Pages are printed whole.
  addEventListener('beforeprint', () => callAll([...waiting.keys()]));
  return new IntersectionObserver(
    (entries) =>
      callAll(entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target)),
    { rootMargin: '100%' },
  );
};

/** Counts the elements in the page, and draws those of a crowd whole only once they come near the view. */
export class CrowdController implements ReactiveController {
  #wasNear = false;

  constructor(readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** Whether the page has more than 50 elements, so that those out of view should cost little. Never without a view. */
  get isCrowded(): boolean {
    return copies > CROWD && typeof IntersectionObserver !== 'undefined';
  }

  /** False for a copy in a crowd that has never been near the view. Updates the host when that changes. */
  get isNear(): boolean {
    return this.#wasNear || !this.isCrowded;
  }

  hostConnected(): void {
    copies += 1;
  }

  hostUpdated(): void {
    if (this.isNear || waiting.has(this.host)) return;
    waiting.set(this.host, () => {
      this.#wasNear = true;
      this.#stop();
      this.host.requestUpdate();
    });
    (observer ??= openObserver()).observe(this.host);
  }

  hostDisconnected(): void {
    copies -= 1;
    this.#stop();
  }

  #stop(): void {
    waiting.delete(this.host);
    observer?.unobserve(this.host);
  }
}
