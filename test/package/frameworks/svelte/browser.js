import { hydrate, mount as render } from 'svelte';
import App from './App.svelte';

export const mount = (target, { isHydrating, ...props }) =>
  void (isHydrating ? hydrate : render)(App, { target, props });
