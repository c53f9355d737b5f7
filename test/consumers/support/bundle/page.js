// The entry of index.html.
import 'outage-status/define';
import { configure } from 'outage-status';

configure({ server: 'FEED_SERVER' });
