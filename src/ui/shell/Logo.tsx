/** Warren's mark: a burrow with two ways, one of them taken. */
import type { JSX } from 'react';

export function Logo({ size = 22 }: { readonly size?: number }): JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#ff7a1a" />
      <g fill="none" stroke="#1a0d02" strokeWidth="3" strokeLinecap="round">
        <path d="M7 16h5c4 0 4-7 8-7h2" />
        <path d="M12 16c4 0 4 7 8 7h2" />
      </g>
      <circle cx="25" cy="9" r="3" fill="#1a0d02" />
      <circle cx="25" cy="23" r="3" fill="#fff3e8" />
    </svg>
  );
}
