/** Moves the keyboard's focus on the canvas, once what it goes to has been rendered. */
const quoted = (text: string): string => CSS.escape(text);

export function focusNode(key: string): void {
  focusLater(`[data-node-key="${quoted(key)}"]`);
}

export function focusChip(key: string): void {
  focusLater(`[data-chip-key="${quoted(key)}"]`);
}

function focusLater(selector: string): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    element?.focus({ preventScroll: true });
  });
}

/** The key of the node that has the focus, or that holds what has it; null where there is none. */
export function focusedNodeKey(): string | null {
  const frame = document.activeElement?.closest<HTMLElement>('[data-node-key]');
  return frame?.dataset['nodeKey'] ?? null;
}
