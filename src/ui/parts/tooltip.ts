/**
 * What lingering on a control shows. The attributes are read by <TooltipLayer>, which is there once
 * for the whole page; a control so costs no component of its own for it.
 */
export interface TooltipAttributes {
  readonly 'data-tooltip'?: string;
  readonly 'data-shortcut'?: string;
}

/** For sighted people: the control itself must have a name for all others. */
export function tooltip(text: string | undefined, shortcut?: string): TooltipAttributes {
  if (text === undefined) return {};
  return shortcut === undefined
    ? { 'data-tooltip': text }
    : { 'data-tooltip': text, 'data-shortcut': shortcut };
}
