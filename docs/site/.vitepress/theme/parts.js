// What has to happen until a part is on screen.

const pressed = (...press) => ({ press });
const CATEGORY = '[part~=choice]';

const WAYS = {
  popover: { attributes: { variant: 'badge' }, press: ['[part~=badge]'] },
  'more-button': { attributes: { variant: 'compact' } },
  'official-link': { sample: 'without_reports' },
  'voice-probe': { sample: 'reachable' },
  'report-note': { sample: 'reports_paused' },
  report: pressed('#toggle-report'),
  choice: pressed('#toggle-report'),
  'cancel-button': pressed('#toggle-report'),
  'recovered-button': pressed('#toggle-report'),
  'send-button': pressed('#toggle-report', CATEGORY),
  'report-status': pressed('#toggle-report', CATEGORY, '[part~=send-button]'),
  panel: pressed('#toggle-guide'),
  trend: pressed('#toggle-trend'),
  'trend-chart': pressed('#toggle-trend'),
  'trend-table': pressed('#toggle-trend'),
  incidents: pressed('#toggle-incidents'),
  incident: pressed('#toggle-incidents'),
  guide: pressed('#toggle-guide'),
  'guide-answer': pressed('#toggle-guide'),
  check: pressed('#toggle-guide'),
  step: pressed('#toggle-guide'),
  question: pressed('#toggle-guide'),
  related: pressed('#toggle-related'),
  'related-service': pressed('#toggle-related'),
};

/** Parts that only a fault brings, which this page cannot cause. */
export const NOT_SHOWN = ['retry-button'];

/** @returns {{ attributes: object, sample: string, press: string[] }} The tag, its data, and what to press in it. */
export const wayTo = (part) => ({
  attributes: {},
  sample: 'partial_outage',
  press: [],
  ...WAYS[part],
});

/** Waits for the next of several things. */
export class Arrivals {
  #resolve = () => {};

  /** Resolves to what arrives next. */
  next() {
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  arrive(thing) {
    this.#resolve(thing);
  }
}

/**
 * Waits for an element in a widget.
 *
 * @param signal Ends the wait; the promise then never settles.
 */
export const waitInside = (widget, selector, signal) =>
  new Promise((resolve) => {
    const look = () => {
      if (signal.aborted) return;
      const found = widget.shadowRoot?.querySelector(selector);
      if (found) resolve(found);
      else requestAnimationFrame(look);
    };
    look();
  });
