/** Warren's mark, as public/icon.svg has it. */
import type { JSX } from 'react';

export function Logo({ size = 22 }: { readonly size?: number }): JSX.Element {
  return <img src="./icon.svg" width={size} height={size} alt="" />;
}
