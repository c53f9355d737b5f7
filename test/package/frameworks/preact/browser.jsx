import { hydrate, render } from 'preact';
import { App } from './app.jsx';

export const mount = (root, { isHydrating, ...props }) => {
  (isHydrating ? hydrate : render)(<App {...props} />, root);
};
