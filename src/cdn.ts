/**
 * Entry of the CDN build: starts the first request, then registers the element.
 * The imports run in this order, so that the request leaves before Lit has defined anything.
 */
import './cdn-start.js';
import './define.js';

export * from './index.js';
