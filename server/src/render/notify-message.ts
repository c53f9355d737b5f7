import type { CatalogService } from '../catalog/load-catalog.js';
import type { NumberedChange } from '../decide/decision-store.js';
import type { RenderLanguage } from './render-language.js';

/** The kinds of news that a subscriber wants. */
export const WANTS = ['both', 'outage', 'recovery'] as const;
export type Wants = (typeof WANTS)[number];

/** News for a subscriber, independent of the channel. */
export interface ChangeMessage {
  readonly kind: 'outage' | 'recovery';
  readonly service: Pick<CatalogService, 'id' | 'name'>;
  readonly change: NumberedChange;
  readonly language: RenderLanguage;
}
