/** Why a document is no scenario, told to the person who wrote it. */
export interface ScenarioProblem {
  /** Where: `queues.2.name`, or empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
}
