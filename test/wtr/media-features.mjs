const cdpSessions = new WeakMap();

const openCdpSession = async (page) => {
  const known = cdpSessions.get(page);
  if (known) return known;
  const session = await page.createCDPSession();
  cdpSessions.set(page, session);
  return session;
};

/**
 * Plugin for @web/test-runner: the command `media-features`, which sets CSS media features for the test page, e.g.
 * `executeServerCommand('media-features', { 'forced-colors': 'active' })`; an empty object sets them all back.
 * Chromium only, because it needs the DevTools protocol; other engines reject with a sentence that says so.
 * The runner's own `emulateMedia` cannot do forced colours.
 */
export function mediaFeatures() {
  return {
    name: 'media-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media-features') return undefined;
      if (!/^chrom/i.test(session.browser.name)) {
        throw new Error(`media-features: only Chromium can do it, not ${session.browser.name}`);
      }
      const cdp = await openCdpSession(session.browser.getPage(session.id));
      const features = Object.entries(payload ?? {}).map(([name, value]) => ({ name, value }));
      await cdp.send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}
