export { createApp, type App, type AppOptions } from './app.js';
export { CatalogError, type CatalogService, loadCatalog } from './catalog/load-catalog.js';
export {
  readSettings,
  SettingsError,
  type Environment,
  type Settings,
} from './settings/read-settings.js';
export { StartError } from './lib/start-error.js';
export { openStore } from './store/open-store.js';
export {
  StoreError,
  type ImportCounts,
  type MinuteCount,
  type NewReport,
  type StatusChange,
  type Store,
  type StoredDecision,
  type StoredIncident,
  type StoredOutcome,
  type TimedCount,
  type ViewCount,
  type VoteCount,
} from './store/store.js';
