import { it } from 'vitest';
it('x', async () => { await import('./zz-try.ts'); });
