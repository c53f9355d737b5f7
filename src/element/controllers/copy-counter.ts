import type { ReactiveController, ReactiveControllerHost } from 'lit';

const CROWD = 100;

let copies = 0;

/** Counts all elements in the page. */
export class CopyCounter implements ReactiveController {
  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Whether the page has more than 100, so that those out of view should cost nothing. */
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
