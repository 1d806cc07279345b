/** Whether the window is as narrow as a phone's: panels are sheets then. */
import { useSyncExternalStore } from 'react';

/** As in every stylesheet here. */
const query = '(max-width: 700px)';

export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
