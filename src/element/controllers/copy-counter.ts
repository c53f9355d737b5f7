import type { ReactiveController, ReactiveControllerHost } from 'lit';

const CROWD = 100;

let copies = 0;

/** Counts the elements that are in the page, all of them together. */
export class CopyCounter implements ReactiveController {
  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** So many that those out of view should cost nothing. */
  get isCrowded(): boolean {
    return copies > CROWD;
  }

  hostConnected(): void {
    copies += 1;
  }

  hostDisconnected(): void {
    copies -= 1;
  }
}
