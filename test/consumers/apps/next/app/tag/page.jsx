'use client';

import 'outage-status/define';
import { Stage } from '../stage.jsx';
import { Tags } from '../tags.jsx';

export default () => <Stage Tags={Tags} />;
