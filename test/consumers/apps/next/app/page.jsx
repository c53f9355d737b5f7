'use client';

import { OutageStatus } from 'outage-status/react';
import { hear } from './harness.js';
import { Stage } from './stage.jsx';

const Tags = ({ yes }) => <>{/* tags of component */}</>;

export default () => <Stage Tags={Tags} />;
