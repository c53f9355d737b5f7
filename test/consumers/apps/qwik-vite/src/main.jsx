// Apart from the component: Qwik drops imports for their effects from a file that has one.
import '@builder.io/qwik/qwikloader.js';
import './harness.js';
import { render } from '@builder.io/qwik';
import { App } from './app.jsx';

const isLate = location.pathname === '/late';
const define = () => import('outage-status/define');

if (!isLate) await define();
await render(document.querySelector('#app'), <App />);
if (isLate) await define();
