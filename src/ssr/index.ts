/** Rendering on a server: `import { renderStatus } from 'outage-status/ssr'`. Needs no DOM. */
export { renderStatus, type RenderOptions } from './render-status.js';
export type { TagOptions } from './tag-options.js';
