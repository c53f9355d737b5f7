import { Entity } from '../lib/entity.js';
import { PromiseCache } from '../lib/promise-cache.js';
import { RasterThread } from './raster-thread.js';

/** Pictures kept. A badge has 2–6 kB, a card about 40 kB. */
const KEPT_PICTURES = 400;

/** Turns SVG into PNG in a thread. Draws each picture once, also for simultaneous requests, and caches it. */
export class Rasterizer {
  readonly #pictures = new PromiseCache<Entity>(KEPT_PICTURES);
  readonly #thread = new RasterThread();
  readonly #onDraw: () => void;

  /** @param onDraw Called for each picture drawn; not for cached ones. */
  constructor(onDraw: () => void = () => undefined) {
    this.#onDraw = onDraw;
  }

  /**
   * Draws a picture.
   *
   * @param svg A drawing of this server. The text is the cache key, so it must contain everything that affects the picture.
   * @param scale Pixels per user unit.
   * @throws {Error} If the SVG is invalid.
   */
  png(svg: string, scale: number): Promise<Entity> {
    return this.#pictures.get(`${scale} ${svg}`, () => this.#draw(svg, scale));
  }

  async #draw(svg: string, scale: number): Promise<Entity> {
    this.#onDraw();
    return new Entity(Buffer.from(await this.#thread.draw(svg, scale)), 'image/png', false);
  }
}
