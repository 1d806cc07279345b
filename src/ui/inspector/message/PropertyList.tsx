/** The properties and headers of a message, under RabbitMQ's names. */
import { Fragment } from 'react';
import type { JSX } from 'react';
import type { FieldTable, FieldValue, Properties } from '#engine';
import styles from './message.module.css';

export function PropertyList({ properties }: { readonly properties: Properties }): JSX.Element {
  const rows = propertyRows(properties);
  const headers = headerRows(properties.headers ?? {});
  return (
    <>
      {rows.length > 0 && <Rows rows={rows} />}
      {headers.length > 0 && (
        <>
          <h3 className={styles['subheading']}>Headers</h3>
          <Rows rows={headers} />
        </>
      )}
    </>
  );
}

type Row = readonly [name: string, text: string];

function Rows({ rows }: { readonly rows: readonly Row[] }): JSX.Element {
  return (
    <dl className={styles['properties']}>
      {rows.map(([name, text]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** In the order of the AMQP specification. */
const names = [
  ['contentType', 'content_type'],
  ['contentEncoding', 'content_encoding'],
  ['deliveryMode', 'delivery_mode'],
  ['priority', 'priority'],
  ['correlationId', 'correlation_id'],
  ['replyTo', 'reply_to'],
  ['expiration', 'expiration'],
  ['messageId', 'message_id'],
  ['timestamp', 'timestamp'],
  ['type', 'type'],
  ['userId', 'user_id'],
  ['appId', 'app_id'],
  ['clusterId', 'cluster_id'],
] as const satisfies readonly (readonly [keyof Properties, string])[];

const meanings: Readonly<Record<string, (value: string) => string>> = {
  deliveryMode: (value) => (value === '2' ? '2 persistent' : `${value} transient`),
  expiration: (value) => `${value} ms`,
};

const propertyRows = (properties: Properties): Row[] =>
  names.flatMap(([key, name]) => {
    const value = properties[key];
    if (value === undefined) return [];
    const text = String(value);
    return [[name, meanings[key]?.(text) ?? text]];
  });

/** `x-death` has a table of its own. */
const headerRows = (headers: FieldTable): Row[] =>
  Object.entries(headers)
    .filter(([name]) => name !== 'x-death')
    .map(([name, value]) => [name, fieldText(value)]);

const fieldText = (value: FieldValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
