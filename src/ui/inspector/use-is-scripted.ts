/** Whether a client does what the script of the run says, and nothing else. */
import { usePlayback } from '../app-context.tsx';

export const useIsScripted = (client: string): boolean =>
  usePlayback(({ history }) => history.run.script?.owns(client) === true);
