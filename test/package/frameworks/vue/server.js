import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { appOptions } from './app.js';

export const toHtml = () => renderToString(createSSRApp(appOptions({})));
