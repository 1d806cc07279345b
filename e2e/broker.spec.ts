import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { WarrenPage } from './warren-page.ts';

/** The broker panel, beside the run that every visit begins with. */
async function openBroker(page: Page): Promise<{ warren: WarrenPage; broker: Locator }> {
  const warren = await WarrenPage.open(page);
  await warren.pause();
  await page.getByRole('tab', { name: 'Broker' }).click();
  const broker = page.getByRole('complementary', { name: 'Broker' });
  await expect(broker.getByRole('heading', { name: 'Policies', exact: true })).toBeVisible();
  return { warren, broker };
}

test('a policy takes effect on a running queue, and goes with undo', async ({ page }) => {
  const { warren, broker } = await openBroker(page);
  await warren.seekTo(14_000);
  const before = await warren.counter('Dead-lettered');
  await warren.seekTo(5_000);
  await broker.getByRole('button', { name: 'Add policy' }).click();
  const form = broker.getByRole('form', { name: 'New policy' });
  await form.getByLabel('Name', { exact: true }).fill('late');
  await form.getByLabel('Pattern').fill('^ship(');
  await expect(form.getByText(/pattern should be regular expression/)).toBeVisible();
  await form.getByLabel('Pattern').fill('^ship');
  await expect(form.getByRole('group', { name: 'Matches' })).toHaveText('matches: shipping');
  await form.getByLabel('Add a key').selectOption('dead-letter-exchange');
  await form.getByLabel('dead-letter-exchange', { exact: true }).selectOption('orders.dead');
  await form.getByLabel('Add a key').selectOption('message-ttl');
  await form.getByLabel('message-ttl', { exact: true }).fill('100');
  await form.getByLabel('message-ttl', { exact: true }).press('Enter');
  await form.getByRole('button', { name: 'Add policy' }).click();
  const policy = broker.getByRole('listitem', { name: 'policy late' });
  await expect(policy.getByRole('group', { name: 'Matches' })).toHaveText('matches: shipping');

  await warren.node(/^Queue shipping/).click({ position: { x: 40, y: 12 } });
  const properties = page.getByRole('tabpanel', { name: 'Properties' });
  const obeyed = properties.getByRole('table', { name: /What it obeys/ });
  const exchange = obeyed.getByRole('row', { name: /dead-letter-exchange/ });
  await expect(exchange).toContainText('orders.dead');
  await expect(exchange).toContainText('policy');
  await warren.seekTo(14_000);
  expect(await warren.counter('Dead-lettered')).toBeGreaterThan(before);

  await warren.button(/^Undo/).click();
  await expect(policy).toHaveCount(0);
  await expect(obeyed).toHaveCount(0);
  await expect.poll(() => warren.counter('Dead-lettered')).toBe(before);
});

test('a publisher is blocked while memory is low', async ({ page }) => {
  const { warren, broker } = await openBroker(page);
  await warren.seekTo(2_000);
  await broker.getByRole('heading', { name: 'Alarms' }).click();
  await broker.getByRole('switch', { name: 'Memory is low' }).click();
  const strip = page.getByRole('region', { name: 'Alarms' });
  await expect(strip).toContainText('Low on memory');
  await warren.play();
  const producer = warren.node(/^Producer shop-api.*blocked: low on memory/);
  await expect(producer).toBeVisible();
  await expect(strip).toContainText(/blocked: .*shop-api/);
  await warren.pause();
  await strip.getByRole('button', { name: 'Clear alarm' }).click();
  await expect(strip).toHaveCount(0);
  await expect(producer).toHaveCount(0);
  await warren.button(/^Undo/).click();
  await expect(producer).toBeVisible();
});

test('a restart says what it cost, and leads to all of it', async ({ page }) => {
  const { warren, broker } = await openBroker(page);
  await warren.seekTo(4_000);
  await broker.getByRole('heading', { name: 'Restart' }).click();
  await broker.getByRole('button', { name: 'Restart broker' }).click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText(/The broker restarted: .* lost/);
  await notices.getByRole('button', { name: 'What was lost' }).click();
  await expect(broker.getByText('Restart at 4.000 s')).toBeVisible();
});
