import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Publishes the element's states as custom states, so that pages can style `outage-status:state(problem)`. */
export class CustomStates implements ReactiveController {
  readonly #internals: ElementInternals | undefined;
  #published: Readonly<Record<string, boolean>> = {};

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    readonly read: () => Readonly<Record<string, boolean>>,
  ) {
    // Servers may lack `attachInternals`, and older browsers `states`.
    this.#internals = host.attachInternals?.();
    host.addController(this);
  }

  hostUpdated(): void {
    const states = this.#internals?.states;
    if (!states) return;
    const now = this.read();
    for (const name in now) {
      if (now[name] === this.#published[name]) continue;
      if (now[name]) states.add(name);
      else states.delete(name);
    }
    this.#published = now;
  }
}
