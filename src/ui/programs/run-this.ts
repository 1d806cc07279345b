/**
 * Puts what has been written into a program into the scenario, and has it run: from the start of the
 * run where the playhead is there, else from the playhead on.
 */
import { changeClient, clientAt, editChecked, nodeKeyOf } from '#app';
import type { App } from '#app';
import { draft, draftsOf, specOf } from './drafts.ts';

/** Says why it cannot be; null where it runs. */
export function runThis(app: App, client: string): string | null {
  const program = specOf(app, client)?.program;
  if (program === undefined) return 'The program is not in the scenario any more.';
  if (app.programs.getState().status === 'asking')
    return 'It may not run yet: say over the canvas whether the programs may.';
  const written = draftsOf(app).getState().get(client);
  if (written !== undefined) {
    const next = {
      source: written.source ?? program.source,
      arguments: [...(written.arguments ?? program.arguments)],
    };
    const problem = editChecked(app, `Change ${client}`, (scenario) =>
      changeClient(scenario, nodeKeyOf('client', client), (spec) => ({ ...spec, program: next })),
    );
    if (problem !== null) return problem;
    draft(app, client, { source: null, arguments: null });
  }
  startAgain(app, client, written === undefined);
  app.view.getState().announce(`${client} runs`);
  app.playback.getState().play();
  return null;
}

/** One that was running has been begun anew by the edit, if there was one. */
function startAgain(app: App, client: string, isUnchanged: boolean): void {
  const { history, intervene } = app.playback.getState();
  const state = clientAt(history.present, client);
  if (state === undefined) return;
  // At the start of the run it is at its first line anyway.
  if (isUnchanged && state.status !== 'stopped' && history.present.now > 0)
    intervene({ type: 'client.stop', client }, `Restart ${client}`);
  if (clientAt(app.playback.getState().history.present, client)?.status === 'stopped')
    app.playback.getState().intervene({ type: 'client.start', client }, `Start ${client}`);
}
