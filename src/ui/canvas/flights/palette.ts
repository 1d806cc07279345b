/** The colours of the theme as the canvas element resolves them, for painting without CSS. */
export interface Palette {
  /** By colour index; what is written on each is in `onMessages`. */
  readonly messages: readonly string[];
  readonly onMessages: readonly string[];
  readonly surface: string;
  readonly ink: string;
  readonly dim: string;
  readonly accent: string;
  readonly deadLetter: string;
  readonly warning: string;
  readonly fontMono: string;
}

export const messageColourCount = 8;

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string, fallback: string): string =>
    style.getPropertyValue(name).trim() || fallback;
  const indices = Array.from({ length: messageColourCount }, (_, index) => index);
  return {
    messages: indices.map((index) => read(`--message-${index}`, '#8a94a3')),
    onMessages: indices.map((index) => read(`--on-message-${index}`, '#0b0e13')),
    surface: read('--surface', '#0f1218'),
    ink: read('--ink', '#e8edf4'),
    dim: read('--dim', '#9aa7b8'),
    accent: read('--accent', '#ff7a1a'),
    deadLetter: read('--dead-letter', '#f87171'),
    warning: read('--warning', '#fbbf24'),
    fontMono: read('--font-mono', 'monospace'),
  };
}
