/**
 * What comes of the library's programs, wherever they run: in the page's sandbox on the simulation's
 * clock, or with Node against a broker that listens. Tests of both hold what they see against this.
 */
export interface Said {
  /** Several programs where it is open which of them gets what. */
  readonly by: readonly string[];
  readonly lines: readonly string[];
  readonly inAnyOrder?: boolean;
}

export interface TutorialOutcome {
  /** Of the scenario in the library. */
  readonly id: string;
  /** Who has to be ready, which they say in their first line, before the others mean anything. */
  readonly first: readonly string[];
  readonly said: readonly Said[];
  /** The programs that come to their end by themselves. The others wait for more. */
  readonly ends: readonly string[];
  /** How many messages wait in each queue in the end; `amq.gen` for each that the broker has named. */
  readonly queues: readonly (readonly [name: string, ready: number])[];
}

export const tutorialOutcomes: readonly TutorialOutcome[] = [
  {
    id: 'programs-hello-world',
    first: [],
    said: [
      {
        by: ['signal-box'],
        lines: ['Sent: 9:41 to Bergen', 'Sent: 9:52 to Oslo', 'Sent: 10:05 to Voss'],
      },
      {
        by: ['board'],
        lines: [
          'Waiting for departures',
          'Board: 9:41 to Bergen',
          'Board: 9:52 to Oslo',
          'Board: 10:05 to Voss',
        ],
      },
    ],
    ends: ['signal-box'],
    queues: [['departures', 0]],
  },
  {
    id: 'programs-work-queue',
    first: ['mechanic-1', 'mechanic-2'],
    said: [
      {
        by: ['planner'],
        lines: [
          'Planned: brakes....',
          'Planned: door.',
          'Planned: axle..',
          'Planned: window.',
          'Planned: bell.',
          'Planned: seat..',
          'Planned: horn...',
        ],
      },
      {
        by: ['mechanic-1', 'mechanic-2'],
        inAnyOrder: true,
        lines: [
          'Ready to work',
          'Ready to work',
          ...['brakes....', 'door.', 'axle..', 'window.', 'bell.', 'seat..', 'horn...'].flatMap(
            (repair) => [`Begins ${repair}`, `Done with ${repair}`],
          ),
        ],
      },
    ],
    ends: ['planner'],
    queues: [['repairs', 0]],
  },
  {
    id: 'programs-publish-subscribe',
    first: ['display-1', 'display-2'],
    said: [
      {
        by: ['announcer'],
        lines: [
          'Announced: Mind the gap',
          'Announced: The 9:52 is late',
          'Announced: Hot soup on platform 3',
        ],
      },
      ...(['1', '2'] as const).map((number) => ({
        by: [`display-${number}`],
        lines: [
          `Platform ${number} listens`,
          `Platform ${number}: Mind the gap`,
          `Platform ${number}: The 9:52 is late`,
          `Platform ${number}: Hot soup on platform 3`,
        ],
      })),
    ],
    ends: ['announcer'],
    queues: [
      ['amq.gen', 0],
      ['amq.gen', 0],
    ],
  },
  {
    id: 'programs-routing',
    first: ['duty-officer', 'archive'],
    said: [
      {
        by: ['track-watch'],
        lines: [
          'Reported as note: Sheep near the line',
          'Reported as danger: A tree has fallen',
          'Reported as rumour: The sheep did it',
          'Reported as warning: Leaves on the rails',
        ],
      },
      {
        by: ['duty-officer'],
        lines: ['Listens for danger', 'Heard of danger: A tree has fallen'],
      },
      {
        by: ['archive'],
        lines: [
          'Listens for note and warning and danger',
          'Heard of note: Sheep near the line',
          'Heard of danger: A tree has fallen',
          'Heard of warning: Leaves on the rails',
        ],
      },
    ],
    ends: ['track-watch'],
    queues: [
      ['amq.gen', 0],
      ['amq.gen', 0],
    ],
  },
  {
    id: 'programs-topics',
    first: ['northern-office', 'customer-care'],
    said: [
      {
        by: ['trains'],
        lines: [
          'Told of north.express.late',
          'Told of south.express.full',
          'Told of south.freight.early',
          'Told of north.freight.late',
          'Told of north.local.cancelled',
        ],
      },
      {
        by: ['northern-office'],
        lines: [
          'Listens for north.#',
          'north.express.late: A train (express) of line north is late',
          'north.freight.late: A train (freight) of line north is late',
          'north.local.cancelled: A train (local) of line north is cancelled',
        ],
      },
      {
        by: ['customer-care'],
        lines: [
          'Listens for *.*.late and *.express.*',
          'north.express.late: A train (express) of line north is late',
          'south.express.full: A train (express) of line south is full',
          'north.freight.late: A train (freight) of line north is late',
        ],
      },
    ],
    ends: ['trains'],
    queues: [
      ['amq.gen', 0],
      ['amq.gen', 0],
    ],
  },
  {
    id: 'programs-rpc',
    first: ['yard'],
    said: [
      {
        by: ['caller'],
        lines: ['Length 12: 12 ways', 'Length 7: 3 ways', 'Length 20: 114 ways'],
      },
      { by: ['direct-caller'], lines: ['Asked about 15', 'Length 15: 28 ways'] },
      {
        by: ['yard'],
        inAnyOrder: true,
        lines: [
          'Waiting for questions',
          'Asked about 12',
          'Asked about 7',
          'Asked about 20',
          'Asked about 15',
        ],
      },
    ],
    ends: ['caller', 'direct-caller'],
    queues: [['yard.ways', 0]],
  },
  {
    id: 'programs-confirms',
    first: [],
    said: [
      {
        by: ['one-by-one'],
        lines: [...safe(5), '5 tickets took … ms'],
      },
      {
        by: ['in-batches'],
        lines: [
          'All tickets up to 5 are safe',
          'All tickets up to 10 are safe',
          '10 tickets took … ms',
        ],
      },
      { by: ['as-they-come'], lines: [...safe(10), '10 tickets took … ms'] },
    ],
    ends: ['one-by-one', 'in-batches', 'as-they-come'],
    queues: [['tickets', 25]],
  },
  {
    id: 'programs-refusals',
    first: [],
    said: [
      {
        by: ['booking'],
        // Whether the last name is refused before or after waitForConfirms throws is open.
        inAnyOrder: true,
        lines: [
          'Ada: has a seat',
          'Ben: has a seat',
          'Cleo: has a seat',
          'Dan: no seat left',
          'Eve: no seat left',
          'Not everybody has a seat: message nacked',
        ],
      },
      { by: ['steward'], lines: ['3 seats are taken', 'Ada gets off'] },
    ],
    ends: ['booking', 'steward'],
    queues: [['coach', 2]],
  },
  {
    id: 'programs-amqp-client',
    first: ['driver'],
    said: [
      {
        by: ['loader'],
        lines: ['coal', 'milk', 'timber', 'post', 'gravel'].map(
          (wagon) => `Loaded and confirmed: ${wagon}`,
        ),
      },
      {
        by: ['driver'],
        lines: [
          'Waiting for wagons',
          'Couples coal',
          'Couples milk',
          'Couples timber',
          'Leaves with 3 wagons',
        ],
      },
    ],
    ends: ['loader', 'driver'],
    queues: [['wagons', 2]],
  },
];

/** The work queue, where the mechanic that has the brakes in hand is killed. */
export const interruptedWork = {
  untilSaid: 'Begins brakes....',
  mechanics: [
    'Ready to work',
    'Ready to work',
    'Begins brakes....',
    'Begins brakes...., again',
    'Done with brakes....',
    ...['door.', 'axle..', 'window.', 'bell.', 'seat..', 'horn...'].flatMap((repair) => [
      `Begins ${repair}`,
      `Done with ${repair}`,
    ]),
  ],
} as const;

function safe(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Ticket ${index + 1} is safe`);
}

/** What was said, as it can be compared: how long a program took depends on where it ran. */
export function asSaid(
  { by, lines, inAnyOrder }: Said,
  linesOf: (program: string) => readonly string[],
): { readonly expected: readonly string[]; readonly actual: readonly string[] } {
  const found = by.flatMap(linesOf).map((line) => line.replace(/\d+ ms$/, '… ms'));
  return inAnyOrder === true
    ? { expected: lines.toSorted(), actual: found.toSorted() }
    : { expected: lines, actual: found };
}

/** Queues as the table has them. */
export const withoutMadeUpNames = (
  queues: readonly (readonly [name: string, ready: number])[],
): readonly (readonly [name: string, ready: number])[] =>
  queues
    .map(([name, ready]) => [name.replace(/^(amq\.gen)-.*$/, '$1'), ready] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
