/** How all signs of the canvas are drawn. */
export const glyphStroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.7,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  viewBox: '0 0 16 16',
  'aria-hidden': true,
} as const;
