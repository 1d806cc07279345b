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
export { playCase, preparation, runCase } from './run-case.ts';
export type { PlayedStep } from './run-case.ts';
export { sameJson } from './same-json.ts';
export { areasRecorded, loadArea } from './case-files.ts';
export { titlesRecorded } from './case-titles.ts';
export type { CaseTitle } from './case-titles.ts';
export { whyUnsupported } from './unsupported.ts';
