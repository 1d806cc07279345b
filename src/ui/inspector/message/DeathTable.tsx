/** The deaths of a message, as its `x-death` header tells them: the latest first. */
import type { JSX } from 'react';
import type { Death } from '#engine';
import { DocsLink } from '../forms/DocsLink.tsx';
import { docsOf } from '../forms/known-arguments.ts';
import { exchangeText, instantText } from '../say.ts';
import styles from './message.module.css';

export function DeathTable({ deaths }: { readonly deaths: readonly Death[] }): JSX.Element {
  return (
    <section className={styles['section']} aria-labelledby="message-deaths">
      <h3 id="message-deaths">
        x-death <DocsLink to={docsOf.xDeath} about="x-death" />
      </h3>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label="x-death">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">queue</th>
              <th scope="col">reason</th>
              <th scope="col">count</th>
              <th scope="col">exchange</th>
              <th scope="col">routing-keys</th>
              <th scope="col">time</th>
            </tr>
          </thead>
          <tbody>
            {deaths.map((death) => (
              <tr key={`${death.queue} ${death.reason}`}>
                <td>{death.queue}</td>
                <td>{death.reason}</td>
                <td>{death.count}</td>
                <td>{exchangeText(death.exchange)}</td>
                <td>{death.routingKeys.join(', ')}</td>
                <td>{death.time === null ? '' : instantText(death.time)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
