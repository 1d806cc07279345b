/** Competing consumers: one queue of tasks, and workers that take them in turn. */
import type { BuiltIn } from './built-in.ts';

export const workQueue: BuiltIn = {
  id: 'work-queue',
  sentence: 'Three workers share one queue; prefetch gives each no more than it can work on.',
  spec: {
    version: 1,
    title: 'Work queue',
    notes: [
      'Each task goes to one of the workers. With prefetch 1 a worker gets its next task when it' +
        ' has acknowledged the last, so the slow one takes fewer and holds nobody up.',
      'Tasks come in bursts of six. Those that find no free worker wait in the queue.',
      'Try: set the prefetch of worker-slow to 0, which is no limit, and see tasks wait in its' +
        ' hands while the others idle. Drop its connection in the middle of a task: the task goes' +
        ' back to its place in the queue, marked as redelivered, and somebody else gets it.',
    ].join('\n\n'),
    queues: [{ name: 'tasks' }],
    clients: [
      {
        name: 'planner',
        publishers: [
          {
            routing_key: 'tasks',
            rate: { kind: 'bursts', size: 6, every_ms: 8000 },
            body: 'task {n}',
            properties: { delivery_mode: 2 },
          },
        ],
      },
      { name: 'worker-1', consumers: [{ queue: 'tasks', work_ms: { min: 800, max: 1600 } }] },
      { name: 'worker-2', consumers: [{ queue: 'tasks', work_ms: { min: 800, max: 1600 } }] },
      { name: 'worker-slow', consumers: [{ queue: 'tasks', work_ms: 4000 }] },
    ],
    positions: {
      'client:planner': [0, 150],
      'queue:tasks': [360, 140],
      'client:worker-1': [760, 0],
      'client:worker-2': [760, 140],
      'client:worker-slow': [760, 280],
    },
  },
};
