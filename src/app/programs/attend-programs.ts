/** Has programs run as soon as a run has any. What runs them is loaded then, and not before. */
import type { LaunchProgram } from '#sandbox';
import type { App } from '../app.ts';
import type { SettingsStorage } from '../settings.ts';
import { programTextsOf } from './program-texts.ts';

export function attendPrograms(
  app: App,
  settings: SettingsStorage | null,
  launch: LaunchProgram | undefined,
): void {
  let isLoading = false;
  // Of the opened run that had none at first: what comes there is written by whoever visits.
  let writtenIn = -1;
  const attend = (): void => {
    if (isLoading) return;
    const { history, openNumber } = app.playback.getState();
    if (programTextsOf(history.run).length === 0) {
      writtenIn = openNumber;
      return;
    }
    isLoading = true;
    app.programs.setState({ status: 'loading' });
    import('./programs-at-work.ts').then(
      ({ runPrograms }) => runPrograms(app, settings, { launch, writtenIn }),
      () => {
        isLoading = false;
        app.programs.setState({ status: 'failed', retry: attend });
      },
    );
  };
  app.document.subscribe(attend);
  attend();
}
