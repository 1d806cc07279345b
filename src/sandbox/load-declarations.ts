/** The types an editor needs to know what a program can import and what it finds. */
export interface Declaration {
  /** As it would stand in a project: `node_modules/amqplib/index.d.ts`. */
  readonly path: string;
  readonly text: string;
}

export const loadDeclarations = async (): Promise<readonly Declaration[]> =>
  (await import('virtual:sandbox/declarations')).files;
