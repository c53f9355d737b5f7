import { configure } from 'outage-status';
import 'outage-status/define';

configure({ server: 'http://127.0.0.1:4780/' });

const output = document.querySelector('#event');

document.addEventListener('outage-load', ({ feed }) => {
  output.textContent = `${feed.service.name} is ${feed.status}`;
});
document.addEventListener('outage-status-change', ({ from, to }) => {
  output.textContent = `from ${from} to ${to}`;
});
