/** Rendering on a server: `import { renderStatus } from 'outage-status/ssr'`. Needs no DOM. */
export { renderStatus, STATUS_STYLES, type RenderOptions } from './render-status.js';
export type { TagOptions } from './tag-options.js';
