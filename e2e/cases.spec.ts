import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { WarrenPage } from './warren-page.ts';

const steps = (page: Page): Locator => page.getByRole('list', { name: 'Steps' });
const step = (page: Page, number: number): Locator =>
  page.getByRole('button', { name: new RegExp(`^Step ${number}:`) });

test('an address opens a recorded case, which plays to its end', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const warren = await WarrenPage.open(page, '#case:dead-lettering/waiting-consumer');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('dead-letter queue');
  await expect(
    page.getByText(/^Warren answers all 7 steps as RabbitMQ 4\.0\.5 did\.$/),
  ).toBeVisible();
  await expect(warren.node(/^Channel a, on connection main/)).toBeVisible();

  // Its last step delivers the dead letter; then it stands.
  await expect(step(page, 7)).toHaveAttribute('aria-current', 'step', { timeout: 20_000 });
  await expect(warren.button('Play')).toBeVisible({ timeout: 20_000 });
  await expect(warren.node(/^Queue dlq, .*1 unacknowledged/)).toBeVisible();
  await expect(steps(page)).toContainText('basic.deliver');

  await step(page, 2).click();
  await expect(warren.node(/^Queue q,/)).toBeVisible();
  await page.keyboard.press('Escape');
  await warren.button('Step back').click();
  await expect(step(page, 1)).toHaveAttribute('aria-current', 'step');
  await expect(warren.node(/^Queue q,/)).toHaveCount(0);
  await warren.button('Step').click();
  await expect(warren.node(/^Queue q,/)).toBeVisible();

  await warren.button('Copy link to this case').click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\/#case:dead-lettering\/waiting-consumer@4\.0$/);

  await page.getByLabel('Version of RabbitMQ').selectOption('3.10');
  await expect(page.getByText(/as RabbitMQ 3\.10\.8 did\.$/)).toBeVisible();

  await page.waitForTimeout(800);
  await page.reload();
  await expect(page.getByText(/as RabbitMQ 3\.10\.8 did\.$/)).toBeVisible();
});

test('the gallery finds a case among all that were recorded', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.button('Gallery and your work').click();
  await page.getByRole('searchbox', { name: 'Search the recorded cases' }).fill('scatter-gather');
  await page.getByRole('link', { name: /scatter-gather/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Recorded case' })).toContainText(
    'patterns/scatter-gather',
  );
});

test('an address that names no case says so, and the page still works', async ({ page }) => {
  const warren = await WarrenPage.open(page, '#case:moon/landing');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('moon');
  await expect(warren.node(/^Exchange orders, topic/)).toBeVisible();
});

test('the files of recorded cases are fetched one by one', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await WarrenPage.open(page, '#case:ttl/queue-ttl');
  await expect(page.getByRole('region', { name: 'Recorded case' })).toBeVisible();
  const areas = fetched.filter((url) => /\/(ttl|fuzz|acking|quorum|streams)-[\w-]+\.js/.test(url));
  expect(areas.map((url) => /\/(\w+)-[\w-]+\.js/.exec(url)?.[1])).toEqual(['ttl']);
});

test('on a phone the step at the playhead stands over the canvas', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const warren = await WarrenPage.open(page, '#case:acking/multiple');
  await warren.button('Show the steps of the case').click();
  await step(page, 3).click();
  await expect(step(page, 3)).toHaveAttribute('aria-current', 'step');
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`a recorded case has no serious barriers, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const warren = await WarrenPage.open(page, '#case:dead-lettering/waiting-consumer');
    await warren.pause();
    await step(page, 4).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    );
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });
}
