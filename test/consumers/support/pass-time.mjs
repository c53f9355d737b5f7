/**
 * Lets time pass in a page, as fast as its timers can run, so that nothing has to wait for the next poll. Afterwards the
 * page's time stands still.
 */
export async function passTime(page, seconds) {
  const client = await page.createCDPSession();
  const isOver = new Promise((resolve) =>
    client.once('Emulation.virtualTimeBudgetExpired', resolve),
  );
  await client.send('Emulation.setVirtualTimePolicy', {
    policy: 'advance',
    budget: seconds * 1000,
  });
  await isOver;
}
