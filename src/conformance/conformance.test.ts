import { describe, expect, it } from 'vitest';
import type { ConformanceFile } from './conformance-case.ts';
import { runCase } from './run-case.ts';
import { whyUnsupported } from './unsupported.ts';

const files = import.meta.glob<ConformanceFile>('./cases/*.json', {
  eager: true,
  import: 'default',
});

const profiles = [
  ['3.10', '3.10.8'],
  ['4.0', '4.0.5'],
] as const;

for (const { area, cases } of Object.values(files)) {
  describe(area, () => {
    for (const kase of cases) {
      for (const [profile, version] of profiles) {
        const recorded = kase.recorded[version];
        if (recorded === undefined) continue;
        const why = whyUnsupported(kase.id, profile);
        const test = why === null ? it : it.fails;
        test(`${kase.id}: ${kase.title}, as RabbitMQ ${version} did it`, () => {
          expect(runCase(kase, version)).toEqual(recorded);
        });
      }
    }
  });
}
