import { expect } from '@open-wc/testing';
import { openRealPage } from '../../src/client/page.js';

const change = () => {
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('online'));
  window.dispatchEvent(new Event('offline'));
};

describe('the page and its visibility', () => {
  it('is hidden while it is in the back/forward cache', () => {
    const page = openRealPage();
    const seen: boolean[] = [];
    const unwatch = page.watch(() => seen.push(page.isVisible()));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(seen).to.deep.equal([false, !document.hidden]);
    unwatch();
  });

  it('calls back when visibility or network change, until the listener is removed', () => {
    const page = openRealPage();
    let count = 0;
    const unwatch = page.watch(() => (count += 1));
    change();
    expect(count).to.equal(3);
    unwatch();
    change();
    expect(count).to.equal(3);
  });

  it('reports what the browser reports', () => {
    const page = openRealPage();
    expect(page.isVisible()).to.equal(!document.hidden);
    expect(page.isOnline()).to.equal(navigator.onLine);
    expect(page.hasHttpCache).to.equal(true);
    expect(page.random()).to.be.within(0, 1);
  });
});
