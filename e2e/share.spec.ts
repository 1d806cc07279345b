import { expect, test } from '@playwright/test';
import { WarrenPage } from './warren-page.ts';

test('a link brings the same run to another browser', async ({ page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const warren = await WarrenPage.open(page);
  await warren.pause();
  await warren.seekTo(3_000);
  await warren.button('Add a queue').click();
  await warren.button('Share link').click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('#deflate:');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await warren.seekTo(5_000);
  const here = await warren.state();

  const other = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const there = await WarrenPage.open(await other.newPage(), new URL(link).hash);
  await there.pause();
  await there.seekTo(5_000);
  expect(await there.state()).toEqual(here);
  await other.close();
});

test('the link of the opening scenario is short', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const warren = await WarrenPage.open(page);
  await warren.button('Share link').click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('#deflate:');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash.length).toBeLessThanOrEqual(600);
});

for (const [name, fragment] of [
  ['truncated', '#deflate:AAAA'],
  ['foreign', '#section-2'],
  ['of a packing nobody knows', '#zstd:abcdef'],
]) {
  test(`a link that is ${name} says so, and the page still works`, async ({ page }) => {
    const warren = await WarrenPage.open(page, fragment);
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText(/link|address/i);
    await expect(warren.node(/^Exchange orders, topic/)).toBeVisible();
    await warren.play();
    await expect.poll(() => warren.counter('Published')).toBeGreaterThan(0);
  });
}

test('work is kept over a reload, and a link does not destroy it', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.newScenario();
  await warren.button('Add a queue').click();
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await page.waitForTimeout(1_500);
  await page.reload();
  await expect(warren.node(/^Queue queue,/)).toBeVisible();

  await page.evaluate(() => {
    location.hash = '#scenario:hello-world';
  });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello world');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(/kept|reopen/i);
});
