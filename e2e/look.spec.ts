import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { WarrenPage } from './warren-page.ts';

for (const colorScheme of ['dark', 'light'] as const) {
  test(`has no serious barriers, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const warren = await WarrenPage.open(page);
    await warren.pause();
    await warren.seekTo(4_000);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    );
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });
}

test('the theme is chosen and remembered', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.button('Theme').click();
  await page.getByRole('menuitemcheckbox', { name: 'Light' }).click();
  const surface = (): Promise<string> =>
    page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--surface').trim(),
    );
  await expect.poll(surface).toBe('#f7f8fa');
  await page.reload();
  await expect.poll(surface).toBe('#f7f8fa');
});

test('is usable on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const warren = await WarrenPage.open(page);
  await warren.pause();
  await warren.button('Step').click();
  const panels = page.getByRole('navigation', { name: 'Panels' });
  await panels.getByRole('button', { name: 'Add' }).click();
  await expect(warren.button('Add a queue')).toBeVisible();
  await panels.getByRole('button', { name: 'Inspect' }).click();
  await expect(page.getByText('Needs a look').first()).toBeVisible();
  await panels.getByRole('button', { name: 'Log' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search the event log' })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(overflow).toBeLessThanOrEqual(390);
});

test('nothing moves for whoever asks for less motion, and the run goes on', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const warren = await WarrenPage.open(page);
  await expect.poll(() => warren.counter('Published')).toBeGreaterThan(0);
});
