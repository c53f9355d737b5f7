import './harness.js';
import { render } from '@builder.io/qwik';
// For its effect alone it would be dropped: the package says that it has none.
import qwikLoader from '@builder.io/qwik/qwikloader.js?url';
import { App } from './app.jsx';

const isLate = location.pathname === '/late';
const define = () => import('outage-status/define');

document.head.append(Object.assign(document.createElement('script'), { src: qwikLoader }));
if (!isLate) await define();
await render(document.querySelector('#app'), <App />);
if (isLate) await define();
