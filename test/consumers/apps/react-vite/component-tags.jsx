import { OutageStatus } from 'outage-status/react';
import { hear } from './harness.js';

export const Tags = ({ yes }) => <>{/* tags of component */}</>;
