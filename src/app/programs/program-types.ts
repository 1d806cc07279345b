/** The types of what a program can import and of what it finds, for an editor. Loaded when it asks. */
import type { Declaration } from '#sandbox';

export type TypeFile = Declaration;

export async function programTypes(): Promise<readonly TypeFile[]> {
  const { loadDeclarations } = await import('#sandbox');
  return loadDeclarations();
}
