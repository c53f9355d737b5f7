import type { CatalogService } from '../catalog/load-catalog.js';
import type { NumberedChange } from '../decide/decision-store.js';
import type { RenderLanguage } from './render-language.js';

/** What somebody wants to be told of. */
export const WANTS = ['both', 'outage', 'recovery'] as const;
export type Wants = (typeof WANTS)[number];

/** What somebody is to be told, before it is put into words for one channel. */
export interface ChangeMessage {
  readonly kind: 'outage' | 'recovery';
  readonly service: Pick<CatalogService, 'id' | 'name'>;
  readonly change: NumberedChange;
  readonly language: RenderLanguage;
}
