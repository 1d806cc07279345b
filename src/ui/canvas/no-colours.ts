/**
 * Stands in for d3-color, which comes with React Flow's zoom and which nothing here uses: the view is
 * moved and scaled, never coloured. vite.config.ts puts it in place; the first load is 4 kB smaller.
 */
export const color = (): null => null;
export { color as rgb, color as hsl, color as lab, color as hcl, color as cubehelix };
