import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { useHostPage } from './support/host-page.mjs';
import { useSharedServer } from './support/shared-server.mjs';

// Only Chromium tells how many nodes and listeners are alive.
if (engines.includes('chromium')) {
  describe('a page that adds and removes widgets all day', () => {
    const host = useHostPage('chromium', { start: useSharedServer });

    const open = async (body) => {
      const page = await host.browser.newPage({ type: 'window' });
      await page.goto(host.site.publish(body));
      await waitFor(page, () => !!customElements.get('outage-status'));
      const client = await page.createCDPSession();
      await client.send('Performance.enable');
      const count = async () => {
        // Streams and event sources end a macrotask later; a first collection lets go of what only weak maps hold.
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
        for (let times = 0; times < 3; times += 1) await client.send('HeapProfiler.collectGarbage');
        const { metrics } = await client.send('Performance.getMetrics');
        const read = (wanted) => metrics.find(({ name }) => name === wanted).value;
        return {
          nodes: read('Nodes'),
          listeners: read('JSEventListeners'),
          heapBytes: read('JSHeapUsedSize'),
        };
      };
      return { page, count };
    };

    /** Connects, waits for the feed and the live part, updates, disconnects; `times` times. */
    const cycle = (page, times, options = {}) =>
      page.evaluate(
        async (count, { waitForLive = false }) => {
          for (let time = 0; time < count; time += 1) {
            const element = document.createElement('outage-status');
            element.service = 'kik';
            document.body.append(element);
            await element.updateComplete;
            if (!element.feed)
              await new Promise((resolve) => element.addEventListener('outage-load', resolve));
            const isReady = () =>
              !waitForLive || element.shadowRoot.querySelector('[part=actions]');
            while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 5));
            element.variant = 'badge';
            element.withoutBreakdown = true;
            await element.updateComplete;
            element.remove();
          }
        },
        times,
        options,
      );

    // What stays per cycle is a leak; what the page itself may gain once, such as a longer sentence, is not.
    const assertNoGrowth = (start, end, cycles) => {
      for (const kind of ['nodes', 'listeners'])
        assert.ok(
          end[kind] - start[kind] < cycles / 2,
          `${kind}: ${start[kind]} → ${end[kind]} in ${cycles} cycles`,
        );
      const grownBytes = end.heapBytes - start.heapBytes;
      assert.ok(grownBytes < 200_000, `heap: ${grownBytes} bytes more`);
    };

    it('leaks none of 1,000 that shared a feed with one that stays', async () => {
      const { page, count } = await open('<outage-status service="kik"></outage-status>');
      await cycle(page, 50, { waitForLive: true });
      await cycle(page, 50);
      const start = await count();
      await cycle(page, 1000);
      assertNoGrowth(start, await count(), 1000);
      await page.close();
    });

    it('leaks none that came with their live part, nor their streams', async () => {
      const { page, count } = await open('');
      await cycle(page, 30, { waitForLive: true });
      const start = await count();
      await cycle(page, 100, { waitForLive: true });
      assertNoGrowth(start, await count(), 100);
      await page.close();
    });
  });
}
