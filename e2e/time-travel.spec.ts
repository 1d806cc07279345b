import { expect, test } from '@playwright/test';
import { WarrenPage } from './warren-page.ts';

test('going back shows the queue as it was, and going forward again as it will be', async ({
  page,
}) => {
  const warren = await WarrenPage.open(page);
  await warren.pause();
  await warren.seekTo(6_000);
  const then = await warren.state();
  await warren.seekTo(0);
  await expect(warren.node(/^Queue billing, 0 ready, 0 unacknowledged/)).toBeVisible();
  await warren.seekTo(6_000);
  expect(await warren.state()).toEqual(then);
});

test('step back undoes step', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.pause();
  await warren.seekTo(3_000);
  const states = [await warren.state()];
  for (let step = 0; step < 4; step++) {
    await warren.button('Step').click();
    states.push(await warren.state());
  }
  expect(states[4]).not.toEqual(states[0]);
  for (let step = 3; step >= 1; step--) {
    await warren.button('Step back').click();
    expect(await warren.state()).toEqual(states[step]);
  }
});

test('keys play, step and go back', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.pause();
  await warren.seekTo(2_000);
  await page.locator('body').click({ position: { x: 700, y: 120 } });
  const before = await warren.now();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => warren.now()).toBeGreaterThan(before);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => warren.now()).toBeLessThanOrEqual(before);
  await page.keyboard.press('Home');
  await expect.poll(() => warren.now()).toBe(0);
  await page.keyboard.press('Space');
  await expect(warren.button('Pause')).toBeVisible();
});
