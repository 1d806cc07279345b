/** A method as it goes over the wire, taken apart. */
import type { FieldTable } from '#engine';

/** Integers of 64 bits are digits where no number holds them exactly. */
export type MethodField = string | number | boolean | FieldTable;

export interface Method {
  readonly name: string;
  readonly classId: number;
  readonly methodId: number;
  /** All that the method has, but for those that nobody uses. */
  readonly fields: Readonly<Record<string, MethodField>>;
}

/** What is left out is zero, empty or false. */
export type FieldsToSend = Readonly<Record<string, MethodField | undefined>>;
