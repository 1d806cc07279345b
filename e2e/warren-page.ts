/** Warren as a person uses it: by roles and names, never by classes. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class WarrenPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page, at a fragment where one is given, and waits until it is alive. */
  static async open(page: Page, fragment = ''): Promise<WarrenPage> {
    const warren = new WarrenPage(page);
    await page.goto(`/${fragment}`);
    await expect(warren.button('Step back')).toBeVisible();
    return warren;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A node of the canvas; its name tells its state, too. */
  node(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name });
  }

  get playhead(): Locator {
    return this.page.getByRole('slider', { name: 'Playhead' });
  }

  /** Milliseconds of virtual time. */
  async now(): Promise<number> {
    return Number(await this.playhead.getAttribute('aria-valuenow'));
  }

  async pause(): Promise<void> {
    const pause = this.button('Pause');
    if (await pause.isVisible()) await pause.click();
    await expect(this.button('Play')).toBeVisible();
  }

  async play(): Promise<void> {
    const play = this.button('Play');
    if (await play.isVisible()) await play.click();
    await expect(this.button('Pause')).toBeVisible();
  }

  /** Begins with nothing, at the start and paused. */
  async newScenario(): Promise<void> {
    await this.button('Scenario: new, import, export').click();
    await this.page.getByRole('menuitem', { name: /New scenario/ }).click();
    await expect(this.page.getByRole('group', { name: /^(Queue|Exchange|Producer|Consumer)/ })).toHaveCount(0);
  }

  /** The number in a counter of the strip. */
  async counter(name: string): Promise<number> {
    const strip = this.page.getByLabel('Counters');
    const text = (await strip.innerText()).replaceAll('\n', ' ');
    return Number(new RegExp(`${name}\\s*([\\d,.]+)`, 'i').exec(text)?.[1]?.replaceAll(/[,.]/g, '') ?? Number.NaN);
  }
}
