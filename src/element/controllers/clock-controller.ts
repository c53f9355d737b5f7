import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TICK_MS = 15_000;

/** Re-renders the element every 15 s, so that ages on screen stay correct and an old feed turns stale. */
export class ClockController implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.host.requestUpdate(), TICK_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
