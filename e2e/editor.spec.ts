import { expect, test } from '@playwright/test';
import { WarrenPage } from './warren-page.ts';

test('the text and the canvas are one document', async ({ page }) => {
  test.setTimeout(120_000);
  const warren = await WarrenPage.open(page);
  await warren.pause();
  await warren.button('Code').click();
  const editor = page.locator('.monaco-editor').first();
  await expect(editor).toBeVisible({ timeout: 30_000 });
  await warren.replaceText('{"version": 1, "queues": [{"name": "typed"}]}');
  await expect(warren.node(/^Queue typed/)).toBeVisible({ timeout: 15_000 });

  await warren.replaceText('{"version": 1, "bindings": [{"source": "e", "destination": "q"}]}');
  await expect(page.getByText(/No exchange is named 'e'/).first()).toBeVisible({ timeout: 15_000 });
  // What is wrong is not applied.
  await expect(warren.node(/^Queue typed/)).toBeVisible();
});

test('nothing of the editor is loaded before it opens', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await WarrenPage.open(page);
  await page.waitForTimeout(2_000);
  expect(requested.filter((url) => /monaco|editor/i.test(url))).toEqual([]);
});
