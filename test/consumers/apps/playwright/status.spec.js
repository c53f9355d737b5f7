import { expect, test } from '@playwright/test';
import { createTestServer } from 'outage-status/testing';

let server;
test.beforeEach(async ({ page }) => {
  server = createTestServer('major_outage');
  await page.route('https://status.example/v1/**', async (route) => {
    const asked = route.request();
    const answer = await server.answer(
      new Request(asked.url(), { method: asked.method(), body: asked.postData() }),
    );
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    });
  });
});

test('state', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('Major outage').first()).toBeVisible();
});

test('next state', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('Major outage').first()).toBeVisible();
  server.show('operational');
  await page.locator('outage-status').evaluate((element) => element.refreshNow());
  await expect(page.getByText('Operational').first()).toBeVisible();
});

test('report', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Report a problem' }).click();
  await page.getByRole('radio', { name: 'Login & authentication' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText(/You are one of/).first()).toBeVisible();
  expect(server.reports).toEqual([{ service: 'kik', subject: 'login' }]);
});

test('error', async ({ page }) => {
  server.show(503);
  await page.goto('/');
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible();
  server.show('operational');
  await retry.click();
  await expect(page.getByText('Operational').first()).toBeVisible();
});

test('narrow column', async ({ page }) => {
  await page.goto('/');
  const details = page.getByRole('button', { name: 'Details' });
  await page.locator('#column').evaluate((column) => (column.style.width = '12rem'));
  await expect(details).toBeVisible();
  await page.locator('#column').evaluate((column) => (column.style.width = '40rem'));
  await expect(details).not.toBeVisible();
});
