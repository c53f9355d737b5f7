// The entry of every app's page. `framework` is the app, by the build.
import { configure } from 'outage-status';
import { mount } from 'framework';

const define = () => import('outage-status/define');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Puts the app into the page.
 *
 * @param server Address of the feed server.
 * @param isLate Whether the element is defined only after the framework has rendered.
 * @param isHydrating Whether the page has the server's HTML already.
 * @param definesItself Whether the app imports what defines the element.
 */
globalThis.start = async (server, { isLate, isHydrating, definesItself }) => {
  const heard = [];
  const errors = [];
  document.addEventListener('outage-error', ({ error }) => errors.push(String(error)));
  if (!isLate && !definesItself) await define();
  const flip = await new Promise((ready) => {
    mount(document.querySelector('#app'), { isHydrating, ready, heard: (way) => heard.push(way) });
  });
  if (isLate) {
    await pause(100);
    await define();
  }
  // As in a component: after the tags are in the page.
  configure({ server });
  Object.assign(globalThis, { heard, errors, flip });
};
