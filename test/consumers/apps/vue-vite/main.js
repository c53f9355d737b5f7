import './harness.js';
import { createApp } from 'vue';
import App from './App.vue';

const isLate = location.pathname === '/late';
const define = () => import('outage-status/define');

if (!isLate) await define();
createApp(App).mount('#app');
if (isLate) await define();
