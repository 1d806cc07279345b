/**
 * Raises the memory alarm when the heap is nearly used up, so that publishers wait instead of the
 * process ending, and clears it when there is room again.
 *
 * https://www.rabbitmq.com/docs/memory
 */
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Broker, Command } from '#engine';

/** The share of the heap at which the alarm is raised, as RabbitMQ's watermark, and cleared. */
const high = 0.6;
const low = 0.5;
/** V8 counts the place of what is new among what there may be; nothing stays there. */
const nurseryBytes = 48 * 1024 * 1024;
/** A quick publisher fills hundreds of megabytes in a second. */
const lookMs = 100;
/** To collect a large heap stops everything for a while: as many looks, or as much of new garbage. */
const looksPerCollection = 50;
const garbageShare = 0.2;

interface Watched {
  readonly broker: Broker;
  ask(command: Command): unknown;
}

/** What is looked at. */
export interface Heap {
  /** How much of what there may be is in use, from 0 to 1. */
  usedShare(): number;
  /** What looks used may be garbage; while nobody publishes nothing would ever make it go. */
  collect(): void;
}

function ownHeap(): Heap {
  setFlagsFromString('--expose-gc');
  return {
    usedShare: () => {
      const old = getHeapSpaceStatistics()
        .filter(({ space_name: name }) => !name.startsWith('new_'))
        .reduce((sum, { space_used_size: used }) => sum + used, 0);
      return old / (getHeapStatistics().heap_size_limit - nurseryBytes);
    },
    collect: runInNewContext('gc') as () => void,
  };
}

/** Gives the function that ends it. */
export function watchMemory(watched: Watched, heap: Heap = ownHeap()): () => void {
  let isRaised = false;
  let looks = 0;
  let suspicious = high;
  const look = (): void => {
    looks += 1;
    if (isRaised && looks % looksPerCollection === 0) heap.collect();
    if (isRaised && heap.usedShare() < low) {
      isRaised = false;
      watched.ask({ type: 'alarm.clear', alarm: 'memory' });
    } else if (!isRaised && heap.usedShare() > suspicious) {
      heap.collect();
      suspicious = Math.max(high, heap.usedShare() + garbageShare);
      if (heap.usedShare() <= high || watched.broker.alarms.includes('memory')) return;
      isRaised = true;
      suspicious = high;
      watched.ask({ type: 'alarm.set', alarm: 'memory' });
    }
  };
  const timer = setInterval(look, lookMs).unref();
  return () => clearInterval(timer);
}
