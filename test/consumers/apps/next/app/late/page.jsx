'use client';

import { useEffect } from 'react';
import { Stage } from '../stage.jsx';
import { Tags } from '../tags.jsx';

export default function Page() {
  useEffect(() => void import('outage-status/define'), []);
  return <Stage Tags={Tags} />;
}
