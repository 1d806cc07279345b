/** Which RabbitMQ the scenario runs on. Another one replays the run as that version would have it. */
import type { JSX } from 'react';
import { caseOf, openCaseVersion, profileNames } from '#app';
import { useApp, useDocument } from '../app-context.tsx';
import { tooltip } from '../parts/tooltip.ts';
import styles from './TopBar.module.css';

export function VersionSelect(): JSX.Element {
  const app = useApp();
  const profile = useDocument(({ scenario }) => scenario.profile);
  const choose = (name: string): void => {
    const chosen = profileNames.find((one) => one === name);
    if (chosen === undefined) return;
    // Each version answered the case for itself, and has a recording of its own.
    const story = caseOf(app.playback.getState().history.run);
    if (story !== null) return void openCaseVersion(app, story.id, chosen);
    app.document
      .getState()
      .edit(`Run on RabbitMQ ${name}`, (scenario) => ({ ...scenario, profile: chosen }));
  };
  return (
    <select
      className={styles['version']}
      aria-label="Version of RabbitMQ"
      value={profile}
      onChange={(event) => choose(event.target.value)}
      {...tooltip('The RabbitMQ that is simulated')}
    >
      {profileNames.map((name) => (
        <option key={name} value={name}>
          RabbitMQ {name}
        </option>
      ))}
    </select>
  );
}
