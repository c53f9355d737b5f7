// The entry of client.html: the feed without the element.
import { fetchFeed } from 'outage-status/client';

const feed = await fetchFeed('FEED_SERVER/v1/services/kik/status.json');
document.querySelector('#status').textContent = feed.service.name;
