import { createApp, createSSRApp } from 'vue/dist/vue.esm-bundler.js';
import { appOptions } from './app.js';

export const mount = (root, { isHydrating, ...props }) => {
  (isHydrating ? createSSRApp : createApp)(appOptions(props)).mount(root);
};
