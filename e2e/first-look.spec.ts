import { expect, test } from '@playwright/test';
import { WarrenPage } from './warren-page.ts';

test('opens alive: messages travel without anybody having done anything', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const warren = await WarrenPage.open(page);
  await expect(warren.button('Pause')).toBeVisible();
  await expect(warren.node(/^Exchange orders, topic/)).toBeVisible();
  await expect.poll(() => warren.counter('Acknowledged'), { timeout: 20_000 }).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

test('a message tells its journey, and why it went where it went', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.pause();
  await warren.seekTo(4_000);
  await warren.button('Event log').click();
  const log = page.getByRole('region', { name: 'Event log' });
  await log
    .getByRole('button', { name: /shop-api published message/ })
    .first()
    .click();
  const journey = page.getByRole('tabpanel', { name: /Message|#\d/ });
  await expect(journey.getByText('Published').first()).toBeVisible();
  await expect(journey.getByText('order.*').first()).toBeVisible();
  await expect(journey.getByText(/\* is “\w+”|matches every key/).first()).toBeVisible();
});

test('the gallery opens every built-in scenario', async ({ page }) => {
  test.setTimeout(120_000);
  const warren = await WarrenPage.open(page);
  const library = page.getByRole('region', { name: 'Library' });
  const titles = await library.getByRole('listitem').allInnerTexts();
  expect(titles.length).toBeGreaterThanOrEqual(11);
  for (const title of titles) {
    await library.getByRole('button', { name: title, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await expect.poll(() => warren.counter('Published'), { timeout: 15_000 }).toBeGreaterThan(0);
  }
});
