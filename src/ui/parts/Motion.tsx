/** What moves with motion stands in here; the part that moves it comes when the page has time. */
import { LazyMotion, MotionConfig } from 'motion/react';
import type { JSX, ReactNode } from 'react';

const loadFeatures = async (): Promise<typeof import('motion/react').domAnimation> =>
  (await import('../theme/motion-features.ts')).domAnimation;

export const Motion = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <MotionConfig reducedMotion="user">
    <LazyMotion features={loadFeatures} strict>
      {children}
    </LazyMotion>
  </MotionConfig>
);
