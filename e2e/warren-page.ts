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
    await expect(
      this.page.getByRole('group', { name: /^(Queue|Exchange|Producer|Consumer)/ }),
    ).toHaveCount(0);
  }

  /** The number in a counter of the strip. */
  async counter(name: string): Promise<number> {
    const strip = this.page.getByLabel('Counters');
    const text = (await strip.innerText()).replaceAll('\n', ' ');
    return Number(
      new RegExp(`${name}\\s*([\\d,.]+)`, 'i').exec(text)?.[1]?.replaceAll(/[,.]/g, '') ??
        Number.NaN,
    );
  }

  /** Moves the playhead to a whole second, by the keys of the timeline. */
  async seekTo(ms: number): Promise<void> {
    await this.playhead.focus();
    await this.page.keyboard.press('Home');
    for (let second = 0; second < ms / 1_000; second++)
      await this.page.keyboard.press('ArrowRight');
    await expect.poll(() => this.now()).toBe(ms);
  }

  /** What all nodes say of themselves. */
  async state(): Promise<readonly string[]> {
    const nodes = this.page.getByRole('group', {
      name: /^(Queue|Consumer|Producer|App|Exchange) /,
    });
    return nodes.evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('aria-label') ?? ''),
    );
  }

  /** Drags something from the palette to a place on the page. */
  async drag(name: string, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    const canvas = this.page.getByRole('main', { name: 'Canvas' });
    const box = await canvas.boundingBox();
    await this.button(name).dragTo(canvas, {
      targetPosition: { x: x - (box?.x ?? 0), y: y - (box?.y ?? 0) },
    });
  }

  /** Drags a wire from the port of one node to another. */
  async wire(from: RegExp, to: RegExp): Promise<void> {
    const source = this.node(from).locator('.react-flow__handle[data-end="source"]');
    const target = this.node(to).locator('.react-flow__handle[data-end="target"]');
    const [start, end] = [await centreOf(source), await centreOf(target)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 });
    await this.page.mouse.move(end.x, end.y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Into the field that is open on the wire just made. */
  async typeBindingKey(key: string): Promise<void> {
    const canvas = this.page.getByRole('main', { name: 'Canvas' });
    const field = canvas.getByRole('textbox', { name: /^Binding key from/ });
    await field.fill(key);
    await field.press('Enter');
    const chips = this.page.getByRole('button', { name: /^Binding from/ });
    await expect(chips.filter({ hasText: key })).toBeVisible();
  }

  /** Gives a producer another routing key, in the inspector. */
  async setRoutingKey(producer: RegExp, routingKey: string): Promise<void> {
    const properties = this.page.getByRole('tabpanel', { name: 'Properties' });
    const key = properties.getByLabel('Routing key', { exact: true });
    // While it is selected a click might meet a message that just leaves it.
    if (!(await key.isVisible())) await this.node(producer).click({ position: { x: 40, y: 12 } });
    await key.fill(routingKey);
    await key.press('Enter');
  }

  /** Wires with the keys: W on the focused node, then the target from the list. */
  async wireByKeyboard(from: RegExp, to: RegExp): Promise<void> {
    await this.node(from).focus();
    await this.page.keyboard.press('w');
    await this.page.keyboard.type(to.source);
    await this.page.keyboard.press('Enter');
  }

  /** Puts another text into the editor. */
  async replaceText(text: string): Promise<void> {
    await this.page.locator('.monaco-editor .view-lines').first().click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
    // The editor closes brackets and quotes by itself, behind what was typed.
    await this.page.keyboard.press('ControlOrMeta+Shift+End');
    await this.page.keyboard.press('Delete');
  }
}

async function centreOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
