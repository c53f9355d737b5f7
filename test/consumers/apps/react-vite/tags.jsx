import { hear } from './harness.js';

export const Tags = ({ yes }) => <>{/* tags of tag */}</>;
