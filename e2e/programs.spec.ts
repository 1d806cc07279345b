/** Clients that are programs: written, run, stepped through, stopped; and asked for when they come by a link. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { WarrenPage } from './warren-page.ts';

// The sandbox, Monaco and TypeScript are loaded first; a busy machine takes its time over them.
test.setTimeout(120_000);

const writes = `import amqp from 'amqplib';

const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertExchange('logs', 'fanout');
await channel.assertQueue('letters');
await channel.bindQueue('letters', 'logs', '');
channel.publish('logs', '', Buffer.from('one'));
console.log('sent', 'one');
`;

/** A new scenario with one program, which is selected, with that text in its editor. */
async function withProgram(page: Page, text: string): Promise<WarrenPage> {
  const warren = await WarrenPage.open(page);
  await warren.newScenario();
  await warren.button('Add a program').click();
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 });
  await warren.replaceText(text);
  await expect(page.getByText('Changed, and not running yet.')).toBeVisible();
  return warren;
}

async function run(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('Changed, and not running yet.')).toHaveCount(0);
}

const consoleIn = (page: Page) => page.getByRole('region', { name: 'Console of program.js' });

/** Plays as fast as it goes: the latency of a new scenario is for eyes. */
async function faster(page: Page): Promise<void> {
  for (let press = 0; press < 3; press++)
    await page.getByRole('button', { name: 'Faster' }).click();
}

/** The page answers within a frame or so. */
async function expectAlive(page: Page): Promise<void> {
  const waited = await page.evaluate(async () => {
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 0));
    return performance.now() - start;
  });
  expect(waited).toBeLessThan(500);
}

test('what a program declares and publishes appears, and steps back and forward with the playhead', async ({
  page,
}) => {
  const warren = await withProgram(page, writes);
  await run(page);
  await faster(page);
  const queue = warren.node(/^Queue letters, 1 ready, 0 unacknowledged, declared by a program/);
  await expect(queue).toBeVisible({ timeout: 60_000 });
  await expect(warren.node(/^Exchange logs, fanout/)).toBeVisible();
  await expect(consoleIn(page).getByText('sent one')).toBeVisible();
  await warren.pause();
  const late = await warren.now();

  // The playhead goes back to before the queue was there, and the same way on again.
  for (let step = 0; step < 60 && (await warren.node(/^Queue letters/).count()) > 0; step++)
    await warren.button('Step back').click();
  await expect(warren.node(/^Queue letters/)).toHaveCount(0);
  await expect(consoleIn(page).getByText('sent one')).toHaveCount(0);
  for (let step = 0; step < 60 && (await warren.now()) < late; step++) {
    if ((await queue.count()) > 0) break;
    await warren.button('Step').click();
  }
  await expect(queue).toBeVisible();
});

test('the editor marks the line that the playhead is at, and an entry of the log leads to its line', async ({
  page,
}) => {
  const warren = await withProgram(page, writes);
  await run(page);
  await faster(page);
  await expect(warren.node(/^Queue letters, 1 ready/)).toBeVisible({ timeout: 60_000 });
  await warren.pause();
  const node = warren.node(/^Program program.js, /);
  await expect(node).toHaveAccessibleName(/line \d+/);

  await page.getByRole('button', { name: 'Event log' }).click();
  await page.getByRole('searchbox').fill('queue.declare');
  await warren.node(/^Exchange logs/).click();
  await page.getByRole('button', { name: /line 6 ?: queue\.declare letters/ }).click();
  await expect(page.getByRole('article', { name: 'client program.js' })).toBeVisible();
  const cursor = page.locator('.monaco-editor .line-numbers.active-line-number').first();
  await expect(cursor).toHaveText('6');
});

test('a thrown error shows its line, and the text can be mended while it stands there', async ({
  page,
}) => {
  const text = `${writes}\nchannel.nothingOfTheKind();\n`;
  const warren = await withProgram(page, text);
  await run(page);
  await faster(page);
  const node = warren.node(/^Program program.js, failed, TypeError: .*not a function/);
  await expect(node).toBeVisible({ timeout: 60_000 });
  const region = page.getByRole('region', { name: 'Program program.js' });
  await expect(
    region.getByRole('button', { name: 'Show program.js, line 11' }).first(),
  ).toBeVisible();
  await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();

  await warren.replaceText(writes.replace('letters', 'papers').replaceAll('letters', 'papers'));
  await run(page);
  await expect(warren.node(/^Program program.js, (running|ended)/)).toBeVisible();
  await expect(warren.node(/^Queue papers/)).toBeVisible({ timeout: 60_000 });
});

for (const [what, text] of [
  ['an endless loop', 'console.log("begun");\nfor (;;) {}\n'],
  [
    'a loop in native code',
    'console.log("begun");\nArray.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);\n',
  ],
] as const) {
  test(`${what} is stopped and named while the page stays alive`, async ({ page }) => {
    const warren = await withProgram(page, text);
    await run(page);
    await faster(page);
    await expectAlive(page);
    const node = warren.node(/^Program program.js, failed/);
    for (let look = 0; look < 60 && (await node.count()) === 0; look++) {
      await expectAlive(page);
      await page.waitForTimeout(500);
    }
    await expect(node).toBeVisible();
    await expect(consoleIn(page).locator('[data-level="error"]')).toBeVisible();
    await expectAlive(page);
  });
}

test('a text that is none is refused with its line', async ({ page }) => {
  const warren = await withProgram(page, "import amqp from 'amqplib';\nconst = 3;\n");
  // The editor knows before it runs.
  await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible({
    timeout: 60_000,
  });
  await run(page);
  await expect(warren.node(/^Program program.js, failed/)).toBeVisible({ timeout: 60_000 });
});

test('what was written survives another selection, and can be taken back', async ({ page }) => {
  const warren = await withProgram(page, writes);
  await page.getByRole('main', { name: 'Canvas' }).click({ position: { x: 60, y: 300 } });
  await expect(page.getByText('Changed, and not running yet.')).toHaveCount(0);
  await warren.node(/^Program program.js/).click({ position: { x: 60, y: 14 } });
  await expect(page.getByText('Changed, and not running yet.')).toBeVisible();
  await expect(page.locator('.monaco-editor .view-lines').first()).toContainText('assertExchange');
  await warren.button('Take back').click();
  await expect(page.locator('.monaco-editor .view-lines').first()).not.toContainText(
    'assertExchange',
  );
});

test('what a program has declared can be kept, and stays when the program is gone', async ({
  page,
}) => {
  const warren = await withProgram(page, writes);
  await run(page);
  await faster(page);
  await expect(warren.node(/^Queue letters, 1 ready/)).toBeVisible({ timeout: 60_000 });
  await warren.pause();
  await warren.node(/^Queue letters/).click({ position: { x: 60, y: 14 } });
  await expect(page.getByText(/Declared by a program while it runs/).first()).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    /not part of the scenario/,
  );
  await warren.button('Keep it in the scenario').click();
  await expect(warren.node(/^Queue letters/)).not.toHaveAccessibleName(/declared by a program/);
  await expect(page.getByRole('tabpanel').getByLabel('Name', { exact: true })).toHaveValue(
    'letters',
  );
});

async function linkTo(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share link' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('#deflate:');
  return new URL(await page.evaluate(() => navigator.clipboard.readText())).hash;
}

async function asAnother(browser: Browser, hash: string): Promise<WarrenPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return WarrenPage.open(await context.newPage(), hash);
}

test('a link with a program asks first, and nothing runs before', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const text = writes.replace('sent', '<img src=x onerror=alert(1)>');
  await withProgram(page, text);
  await run(page);
  const hash = await linkTo(page);

  const there = await asAnother(browser, hash);
  const strip = there.page.getByRole('region', { name: 'Programs' });
  await expect(strip).toContainText('This link brings a program. It has not run.');
  await there.play();
  await expect.poll(() => there.now()).toBeGreaterThan(1_500);
  await expect(there.node(/^Program program.js, has not run/)).toBeVisible();
  await expect(there.node(/^Queue/)).toHaveCount(0);
  expect(there.page.workers()).toEqual([]);

  await strip.getByRole('button', { name: 'Look at it' }).click();
  await expect(there.page.getByRole('region', { name: 'Program program.js' })).toContainText(
    'assertExchange',
  );
  await expect(there.node(/^Program program.js, has not run/)).toBeVisible();
  await strip.getByRole('button', { name: 'Run it' }).click();
  await expect(strip).toHaveCount(0);
  await faster(there.page);
  await expect(there.node(/^Queue letters, 1 ready/)).toBeVisible({ timeout: 60_000 });
  expect(await there.page.locator('img[src=x]').count()).toBe(0);

  // Whoever has allowed it is not asked again.
  await there.page.goto(`/?again${hash}`);
  await expect(there.node(/^Program program.js, running/)).toBeVisible({ timeout: 30_000 });
  await expect(strip).toHaveCount(0);
  await there.page.context().close();
});

for (const scheme of ['dark', 'light'] as const) {
  test(`a failed program has no serious barriers, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const warren = await withProgram(page, `${writes}\nthrow new Error('as it should');\n`);
    await run(page);
    await faster(page);
    await expect(warren.node(/^Program program.js, failed/)).toBeVisible({ timeout: 60_000 });
    await warren.pause();
    await page.getByRole('button', { name: 'Event log' }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    );
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });
}

test('on a phone a program is to read, and nothing covers anything', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const warren = await WarrenPage.open(page, '#scenario:programs-hello-world');
  await warren.node(/^Program signal-box/).click({ position: { x: 40, y: 12 } });
  await warren.button('Inspect').click();
  await expect(page.getByText('Programs are edited on a wider screen.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Text of signal-box' })).toContainText('amqplib');
  expect(await page.locator('.monaco-editor').count()).toBe(0);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await context.close();
});
