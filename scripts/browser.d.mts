export function browserPath(): string | null;
export const browserFlags: readonly string[];
