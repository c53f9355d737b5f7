import type { ReactiveController } from 'lit';
import type { DeviceOutcome } from '../../model/device-check.js';
import type { LiveHost } from '../live-host.js';
import { askFromHere, type AskAnswer } from './ask-from-here.js';

/** What is asked: the service itself, and the server of the feed, which tells the one from the visitor's connection. */
export interface CheckedAddresses {
  readonly serviceUrl: string;
  readonly feedUrl: string;
}

/** What the browser found. */
export interface DeviceFindings {
  readonly outcome: DeviceOutcome;
  /** What became of the requests to the service and to the server; empty where nothing was asked. */
  readonly answers: readonly AskAnswer[];
}

type CheckState = 'asking' | DeviceFindings | undefined;

/** Asks from this browser, once the visitor wants it. */
export class DeviceCheck implements ReactiveController {
  #state: CheckState;
  #serviceUrl: string | undefined;
  #asking: AbortController | undefined;

  constructor(readonly host: LiveHost) {
    host.addController(this);
  }

  /** What is known of a service; `undefined` before the visitor has asked, and where the element shows another one since. */
  stateOf(serviceUrl: string): CheckState {
    return serviceUrl === this.#serviceUrl ? this.#state : undefined;
  }

  /** Never rejects. Another press while a check is under way does nothing. */
  async start({ serviceUrl, feedUrl }: CheckedAddresses): Promise<void> {
    if (this.stateOf(serviceUrl) === 'asking') return;
    this.reset();
    this.#serviceUrl = serviceUrl;
    if (!navigator.onLine) return this.#move({ outcome: 'offline', answers: [] });
    // There, browsers refuse answers that do not allow it by a header, as hardly any site's do.
    if (globalThis.crossOriginIsolated) return this.#move({ outcome: 'policy', answers: [] });
    const { signal } = (this.#asking = new AbortController());
    this.#move('asking');
    const answers = await Promise.all([serviceUrl, feedUrl].map((url) => askFromHere(url, signal)));
    if (signal.aborted) return;
    // A connection that is gone may fail at once, too.
    const isCutOff = answers.every(({ outcome }) => outcome === 'silent' || outcome === 'refused');
    this.#move({ outcome: isCutOff ? 'cutOff' : answers[0]!.outcome, answers });
  }

  /** Forgets what was found, which was true of that moment. */
  reset(): void {
    this.#asking?.abort();
    this.#serviceUrl = undefined;
    this.#move(undefined);
  }

  hostDisconnected(): void {
    this.reset();
  }

  #move(state: CheckState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.host.requestUpdate();
  }
}
