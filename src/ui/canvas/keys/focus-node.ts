/** Moves the keyboard's focus on the canvas, once what it goes to has been rendered. */
const nodeAttribute = 'data-node-key';
const chipAttribute = 'data-chip-key';

let frame: number | null = null;

export const focusNode = (key: string): void => focusLater(nodeAttribute, key);

export const focusChip = (key: string): void => focusLater(chipAttribute, key);

/** Gives the focus back to a node, unless it is already on its way somewhere else. */
export function giveFocusBack(key: string): void {
  if (frame === null) focusNode(key);
}

/** The last one that asks before the frame gets it. */
function focusLater(attribute: string, key: string): void {
  if (frame !== null) cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    frame = null;
    for (const element of document.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
      if (element.getAttribute(attribute) === key) element.focus({ preventScroll: true });
    }
  });
}

/** The key of the binding whose chip has the focus; null where none has. */
export function focusedChipKey(): string | null {
  return document.activeElement?.getAttribute(chipAttribute) ?? null;
}

/** The key of the node that has the focus, or that holds what has it; null where there is none. */
export function focusedNodeKey(): string | null {
  const holder = document.activeElement?.closest<HTMLElement>(`[${nodeAttribute}]`);
  return holder?.getAttribute(nodeAttribute) ?? null;
}
