import { readFileSync } from 'node:fs';

const source = readFileSync(
  new URL('../../../packs/eleventy/outage-status.js', import.meta.url),
  'utf8',
);

/**
 * The style that keeps the room of a widget, by its `variant`; read from one pack. That every pack has what the builder
 * writes is tested with the documents, in `server/test/render/snippet/`.
 */
export const roomOf = ({ variant = 'auto' }) =>
  new RegExp(`\\n  ${variant}:\\s+'(display:[^']+)'`).exec(source)[1];
