import { Entity } from '../lib/entity.js';
import { PromiseCache } from '../lib/promise-cache.js';
import { RasterThread } from './raster-thread.js';

/** Pictures kept. Badges have 2–6 kB, cards about 40 kB. */
const KEPT_PICTURES = 400;

/** Turns SVG into PNG in a thread of its own; the same picture is drawn once, however many ask for it, also at the same time. */
export class Rasterizer {
  readonly #pictures = new PromiseCache<Entity>(KEPT_PICTURES);
  readonly #thread = new RasterThread();
  readonly #onDraw: () => void;

  /** @param onDraw Called for each picture that is really drawn. */
  constructor(onDraw: () => void = () => undefined) {
    this.#onDraw = onDraw;
  }

  /**
   * Draws a picture.
   *
   * @param svg Our own drawing: its text is the key, so it must hold everything that matters.
   * @param scale Pixels per user unit.
   * @throws {Error} When the drawing is not valid.
   */
  png(svg: string, scale: number): Promise<Entity> {
    return this.#pictures.get(`${scale} ${svg}`, () => this.#draw(svg, scale));
  }

  async #draw(svg: string, scale: number): Promise<Entity> {
    this.#onDraw();
    return new Entity(Buffer.from(await this.#thread.draw(svg, scale)), 'image/png', false);
  }
}
