/** Has programs run as soon as a run has any. What runs them is loaded then, and not before. */
import type { App } from '../app.ts';
import type { SettingsStorage } from '../settings.ts';

export function attendPrograms(app: App, settings: SettingsStorage | null): void {
  let isLoading = false;
  // Of the opened run that had none at first: what comes there is written by whoever visits.
  let writtenIn = -1;
  const attend = (): void => {
    const { clients } = app.document.getState().scenario;
    if (isLoading) return;
    if (!clients.some(({ program }) => program !== undefined)) {
      writtenIn = app.playback.getState().openNumber;
      return;
    }
    isLoading = true;
    app.programs.setState({ status: 'loading' });
    import('./programs-at-work.ts').then(
      ({ runPrograms }) => runPrograms(app, settings, { writtenIn }),
      () => {
        isLoading = false;
        app.programs.setState({ status: 'failed', retry: attend });
      },
    );
  };
  app.document.subscribe(attend);
  attend();
}
