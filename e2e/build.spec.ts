import { expect, test } from '@playwright/test';
import { WarrenPage } from './warren-page.ts';

test('a topology built by mouse routes as its binding keys say', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.newScenario();
  await warren.drag('Add a producer', { x: 370, y: 300 });
  await warren.drag('Add an exchange', { x: 610, y: 300 });
  await warren.drag('Add a queue', { x: 880, y: 140 });
  await warren.drag('Add a queue', { x: 880, y: 480 });
  await warren.drag('Add a consumer', { x: 960, y: 300 });
  await warren.wire(/^Producer producer/, /^Exchange exchange/);
  await warren.wire(/^Exchange exchange/, /^Queue queue,/);
  await warren.typeBindingKey('order.*');
  await warren.wire(/^Exchange exchange/, /^Queue queue-2,/);
  await warren.typeBindingKey('user.#');
  await warren.wire(/^Queue queue,/, /^Consumer consumer/);

  await warren.setRoutingKey(/^Producer producer/, 'order.created');
  await warren.play();
  await expect.poll(() => warren.counter('Acknowledged'), { timeout: 20_000 }).toBeGreaterThan(0);
  await expect(warren.node(/^Queue queue-2, 0 ready/)).toBeVisible();
  await warren.setRoutingKey(/^Producer producer/, 'user.signed.up');
  await expect(warren.node(/^Queue queue-2, [1-9]\d* ready/)).toBeVisible({ timeout: 20_000 });
});

test('a wire that AMQP does not allow cannot be made', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.newScenario();
  await warren.drag('Add an exchange', { x: 500, y: 300 });
  await warren.drag('Add a consumer', { x: 900, y: 300 });
  await warren.wire(/^Exchange exchange/, /^Consumer consumer/);
  await expect(page.getByRole('img', { name: /is consumed by|is bound to/ })).toHaveCount(0);
});

test('a topology is built by keyboard alone', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.newScenario();
  await page.getByRole('main', { name: 'Canvas' }).focus();
  for (const key of ['p', 'e', 'q', 'c']) await page.keyboard.press(key);
  await expect(warren.node(/^Consumer consumer/)).toBeVisible();
  await warren.wireByKeyboard(/^Producer producer/, /exchange/);
  await warren.wireByKeyboard(/^Exchange exchange/, /queue/);
  await page.keyboard.type('#');
  await page.keyboard.press('Enter');
  await warren.wireByKeyboard(/^Queue queue/, /consumer/);
  await warren.play();
  await expect.poll(() => warren.counter('Acknowledged'), { timeout: 20_000 }).toBeGreaterThan(0);
});

test('undo and redo take back edits and bring them again', async ({ page }) => {
  const warren = await WarrenPage.open(page);
  await warren.pause();
  await warren.seekTo(2_000);
  await page.getByRole('button', { name: 'Add a queue' }).click();
  await expect(warren.node(/^Queue queue,/)).toBeVisible();
  await warren.button(/^Undo/).click();
  await expect(warren.node(/^Queue queue,/)).toHaveCount(0);
  await warren.button(/^Redo/).click();
  await expect(warren.node(/^Queue queue,/)).toBeVisible();
});
