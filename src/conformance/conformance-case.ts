/**
 * The recordings of what real RabbitMQ nodes answered; the recorder writes them, nobody edits them.
 * The format is told in docs/conformance-format.md.
 */

/** The versions that were recorded. */
export type RecordedVersion = '3.10.8' | '4.0.5';

export interface ConformanceFile {
  readonly area: string;
  readonly cases: readonly ConformanceCase[];
}

export interface ConformanceCase {
  readonly id: string;
  readonly title: string;
  /** Milliseconds to wait after each step that does not say. */
  readonly settle?: number;
  readonly steps: readonly Step[];
  readonly recorded: { readonly [Version in RecordedVersion]?: readonly StepResult[] };
}

export interface Step {
  readonly op: string;
  readonly [argument: string]: unknown;
}

export interface StepResult {
  readonly reply?: unknown;
  readonly events?: { readonly [channel: string]: readonly unknown[] };
}
