/** The built page opens, from its own files alone. */
import { expect, test } from '@playwright/test';

test('the page opens without an error and asks nobody else for anything', async ({
  page,
  baseURL,
}) => {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(`${baseURL}/`)) troubles.push(`asked for ${url}`);
  });
  await page.goto('/');
  await expect(page).toHaveTitle(/Warren/);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(troubles).toEqual([]);
});
