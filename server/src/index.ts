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
export type { Store } from './store/store-of.js';
export type {
  DecisionStore,
  MinuteCount,
  StatusChange,
  StoredDecision,
  VoteCount,
} from './decide/decision-store.js';
export type { HistoryStore, ImportCounts, StoredIncident } from './feed/history-store.js';
export { StoreError } from './lib/store-error.js';
export type { NotificationStore } from './notify/notification-store.js';
export type { OfficialStore } from './official/official-store.js';
export type { NewReport, StoredOutcome } from './reports/new-report.js';
export type { ReportStore, TimedCount } from './reports/report-store.js';
export type { ViewCount, ViewStore } from './views/view-store.js';
