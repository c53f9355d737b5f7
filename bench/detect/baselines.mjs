// The detectors to beat, in the manner of outage sites. Each takes a minute's new voices per category and returns 0
// operational, 1 degraded, 2 major. All use fifteen-minute windows, as is usual in the trade, and stay silent for two days.
const WINDOW = 15;
const SILENT_MINUTES = 2880;
const MAJOR = 3;

/** The reports of the last fifteen minutes. */
class Window {
  #last = new Float64Array(WINDOW);
  #age = 0;
  sum = 0;

  add(counts) {
    const count = counts[0] + counts[1] + counts[2] + counts[3];
    this.sum += count - this.#last[this.#age % WINDOW];
    this.#last[this.#age % WINDOW] = count;
    this.#age += 1;
  }

  /** True once a whole window has passed. */
  get ends() {
    return this.#age % WINDOW === 0;
  }

  get settled() {
    return this.#age >= SILENT_MINUTES;
  }
}

/** From `bound` on a problem, from three times that a major one; a problem lasts while the count is at least half of it. */
const level = (status, count, bound) => {
  if (count >= MAJOR * bound) return 2;
  if (count >= bound) return 1;
  return status > 0 && count >= bound / 2 ? 1 : 0;
};

/** A fixed number of reports. */
export class StaticThreshold {
  #window = new Window();
  #status = 0;

  tick(_, counts) {
    this.#window.add(counts);
    if (!this.#window.settled) return 0;
    this.#status = level(this.#status, this.#window.sum, 10);
    return this.#status;
  }
}

/** Mean + 3 standard deviations of the trailing day, at least 10. */
export class TrailingDay {
  #window = new Window();
  #day = new Float64Array(96);
  #windows = 0;
  #bound = Infinity;
  #status = 0;

  tick(_, counts) {
    this.#window.add(counts);
    if (this.#window.settled) {
      this.#status = level(this.#status, this.#window.sum, this.#bound);
    }
    if (this.#window.ends) {
      this.#day[this.#windows % 96] = this.#window.sum;
      this.#windows += 1;
      const mean = this.#day.reduce((sum, value) => sum + value, 0) / 96;
      const variance = this.#day.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 96;
      this.#bound = Math.max(10, mean + 3 * Math.sqrt(variance));
    }
    return this.#status;
  }
}

/** Five times the average of this time of day over four weeks, at least 15: as Downdetector describes its own. */
export class SameHour {
  #window = new Window();
  #mean = new Float64Array(96);
  #seen = new Float64Array(96);
  #status = 0;

  tick(minute, counts) {
    this.#window.add(counts);
    const place = Math.floor(minute / WINDOW) % 96;
    const usual = Math.max(this.#mean[place], 0.25);
    if (this.#window.ends) {
      this.#seen[place] = Math.min(28, this.#seen[place] + 1);
      this.#mean[place] += (this.#window.sum - this.#mean[place]) / this.#seen[place];
    }
    if (!this.#window.settled) return 0;
    this.#status = level(this.#status, this.#window.sum, Math.max(15, 5 * usual));
    return this.#status;
  }
}
