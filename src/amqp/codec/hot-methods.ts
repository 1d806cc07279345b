/** The methods that clients send for each message, taken apart by hand: that is quicker. */
import { textBetween } from '#base';
import type { Method } from './method.ts';

const basicClass = 60;
const publishMethod = 40;
const ackMethod = 80;
const two32 = 2 ** 32;

/** Null where it is another method, or anything is wrong with it. */
export function decodeHotMethod(payload: Uint8Array): Method | null {
  if (payload[0] !== 0 || payload[1] !== basicClass || payload[2] !== 0) return null;
  if (payload[3] === publishMethod) return decodePublish(payload);
  // A tag that no number holds is read elsewhere.
  const isAck = payload[3] === ackMethod && payload[4] === 0 && (payload[5] as number) < 0x20;
  return isAck && payload.length === 13 ? decodeAck(payload) : null;
}

function decodePublish(payload: Uint8Array): Method | null {
  // The numbers of the method and the ticket are six bytes.
  const exchangeFrom = 7;
  const exchangeTo = exchangeFrom + (payload[6] ?? 0);
  const keyFrom = exchangeTo + 1;
  const keyTo = keyFrom + (payload[exchangeTo] ?? 0);
  if (payload.length !== keyTo + 1) return null;
  const bits = payload[keyTo] as number;
  return {
    name: 'basic.publish',
    classId: basicClass,
    methodId: publishMethod,
    fields: {
      exchange: textBetween(payload, exchangeFrom, exchangeTo),
      routingKey: textBetween(payload, keyFrom, keyTo),
      mandatory: (bits & 1) !== 0,
      immediate: (bits & 2) !== 0,
    },
  };
}

function decodeAck(payload: Uint8Array): Method {
  const octet = (index: number): number => payload[index] as number;
  const high = ((octet(4) << 24) | (octet(5) << 16) | (octet(6) << 8) | octet(7)) >>> 0;
  const low = ((octet(8) << 24) | (octet(9) << 16) | (octet(10) << 8) | octet(11)) >>> 0;
  return {
    name: 'basic.ack',
    classId: basicClass,
    methodId: ackMethod,
    fields: { deliveryTag: high * two32 + low, multiple: (octet(12) & 1) !== 0 },
  };
}
