/** What real RabbitMQ nodes answered, and whether we answer the same. */
export { checkCase } from './check-cases.ts';
export type { CaseResult } from './check-cases.ts';
export type {
  ConformanceCase,
  ConformanceFile,
  RecordedVersion,
  Step,
  StepResult,
} from './conformance-case.ts';
export { runCase } from './run-case.ts';
export { whyUnsupported } from './unsupported.ts';
