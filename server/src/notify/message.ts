import type { RenderLanguage } from '../render/render-language.js';
import type { NumberedChange } from '../store/notification-store.js';
import type { CatalogService } from '../catalog/load-catalog.js';

/** What somebody is to be told, before it is put into words for one channel. */
export interface ChangeMessage {
  readonly kind: 'outage' | 'recovery';
  readonly service: Pick<CatalogService, 'id' | 'name'>;
  readonly change: NumberedChange;
  readonly language: RenderLanguage;
}

/**
 * What became of a message. `refused`: it will never be taken · `gone`: there is nobody there any more · `failed`: another try may help.
 */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'gone' }
  | {
      readonly outcome: 'failed';
      readonly reason: string;
      /** Soonest next try, as the other side asked for. */
      readonly retryAfterMs?: number;
    };
