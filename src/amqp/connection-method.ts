/** Methods of the connection itself, which RabbitMQ reads in a process that takes mistakes otherwise. */
import { decodeMethod } from './codec/method-codec.ts';
import type { Method } from './codec/method.ts';
import { internalError, WireError } from './codec/wire-error.ts';

const idsLength = 4;
/** Of arguments that cannot be read, and of tables in them. */
const frameCode = 501;
const tableCode = 502;

export function decodeConnectionMethod(payload: Uint8Array): Method {
  try {
    return decodeMethod(payload);
  } catch (error) {
    if (!(error instanceof WireError) || payload.length < idsLength) throw error;
    if (error.replyCode === tableCode) throw internalError();
    if (error.replyCode !== frameCode) throw error;
    // Arguments that cannot be taken apart are its own failure; what is wrong in one is told by name.
    if (error.classId !== 0) throw internalError();
    const [classId, methodId] = [shortAt(payload, 0), shortAt(payload, 2)];
    throw new WireError(error.replyCode, error.replyText, { classId, methodId });
  }
}

const shortAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
