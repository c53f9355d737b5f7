import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import 'outage-status/define';
import { createTestServer } from 'outage-status/testing';

let server;
let remove;
beforeEach(() => {
  server = createTestServer('major_outage');
  remove = server.install();
});
afterEach(async () => {
  document.body.replaceChildren();
  await remove();
});

/** Puts the widget into a column and waits until its first feed is on screen. */
const showWidget = async (width = '40rem') => {
  document.body.innerHTML = `<div style="width: ${width}"><outage-status service="kik" server="https://status.example"></outage-status></div>`;
  const element = document.querySelector('outage-status');
  await new Promise((resolve) => element.addEventListener('outage-load', resolve));
  return element;
};

it('state', async () => {
  await showWidget();
  await expect.element(page.getByText('Major outage').first()).toBeVisible();
});

it('next state', async () => {
  const element = await showWidget();
  server.show('operational');
  await element.refreshNow();
  expect(element.status).toBe('operational');
  await expect.element(page.getByText('Operational').first()).toBeVisible();
});

it('report', async () => {
  await showWidget();
  await page.getByRole('button', { name: 'Report a problem' }).click();
  await page.getByRole('radio', { name: 'Login & authentication' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.element(page.getByText(/You are one of/).first()).toBeVisible();
  expect(server.reports).toEqual([{ service: 'kik', subject: 'login' }]);
});

it('error', async () => {
  server.show(503);
  document.body.innerHTML =
    '<outage-status service="kik" server="https://status.example"></outage-status>';
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect.element(retry).toBeVisible();
  server.show('operational');
  await retry.click();
  await expect.element(page.getByText('Operational').first()).toBeVisible();
});

it('narrow column', async () => {
  await showWidget('12rem');
  await expect.element(page.getByRole('button', { name: 'Details' })).toBeVisible();
  document.querySelector('div').style.width = '40rem';
  await expect.element(page.getByRole('button', { name: 'Details' })).not.toBeInTheDocument();
});
