/** A headers exchange: headers decide, the routing key does not. */
import type { BuiltIn } from './built-in.ts';

export const headers: BuiltIn = {
  id: 'headers',
  sentence: 'A headers exchange compares the headers of a message with the binding: all or any.',
  spec: {
    version: 1,
    title: 'Headers',
    notes: [
      'A headers exchange does not look at the routing key. Each binding lists headers in its' +
        ' arguments; x-match says whether all of them must be as listed, or any one is enough.',
      'printer wants format pdf and kind report. archive takes what is a zip file or a report. The' +
        ' scans are neither for the one nor for the other: nothing takes them, and as they are' +
        ' published as mandatory, they come back to the scanner.',
      'Try: set x-match of the printer to any, and the scans go there. Give the scans a kind of' +
        ' report, and both queues get them.',
    ].join('\n\n'),
    exchanges: [{ name: 'documents', type: 'headers' }],
    queues: [{ name: 'printer' }, { name: 'archive' }],
    bindings: [
      {
        source: 'documents',
        destination: 'printer',
        arguments: { 'x-match': 'all', format: 'pdf', kind: 'report' },
      },
      {
        source: 'documents',
        destination: 'archive',
        arguments: { 'x-match': 'any', format: 'zip', kind: 'report' },
      },
    ],
    clients: [
      {
        name: 'reporting',
        publishers: [
          {
            exchange: 'documents',
            rate: { kind: 'bursts', size: 1, every_ms: 3000 },
            body: 'report {n}',
            properties: { headers: { format: 'pdf', kind: 'report' } },
          },
        ],
      },
      {
        name: 'backup',
        publishers: [
          {
            exchange: 'documents',
            rate: { kind: 'bursts', size: 1, every_ms: 3000 },
            starts_after_ms: 1000,
            body: 'backup {n}',
            properties: { headers: { format: 'zip', kind: 'backup' } },
          },
        ],
      },
      {
        name: 'scanner',
        publishers: [
          {
            exchange: 'documents',
            rate: { kind: 'bursts', size: 1, every_ms: 3000 },
            starts_after_ms: 2000,
            body: 'scan {n}',
            properties: { headers: { format: 'pdf', kind: 'scan' } },
            mandatory: true,
          },
        ],
      },
      { name: 'print-server', consumers: [{ queue: 'printer', work_ms: 1200 }] },
      { name: 'archivist', consumers: [{ queue: 'archive', work_ms: 600 }] },
    ],
    positions: {
      'client:reporting': [0, 0],
      'client:backup': [0, 120],
      'client:scanner': [0, 240],
      'exchange:documents': [330, 110],
      'queue:printer': [730, 20],
      'queue:archive': [730, 200],
      'client:print-server': [1090, 20],
      'client:archivist': [1090, 200],
    },
  },
};
