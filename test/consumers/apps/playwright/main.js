import 'outage-status/define';
