/** `#fff` as `#ffffff`: stylesheets are shortened when they are built, and Monaco takes no short ones. */
export const inFull = (colour: string): string =>
  colour.length === 4 ? colour.replace(/[0-9a-f]/gi, (digit) => digit + digit) : colour;
