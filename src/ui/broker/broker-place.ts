/**
 * Where in the broker panel somebody wants to be: a section, and a thing in it. It is written into the
 * name of the left panel's tab, so that a link from anywhere opens the panel at the right place.
 */
import type { App } from '#app';

export const brokerSections = [
  'policies',
  'operator-policies',
  'users',
  'limits',
  'alarms',
  'firehose',
  'restart',
] as const;

export type BrokerSectionName = (typeof brokerSections)[number];

export interface BrokerPlace {
  readonly section: BrokerSectionName | null;
  /** The policy or user that it is about; null for none. */
  readonly item: string | null;
}

const tabName = 'broker';

export const isBrokerTab = (tab: string): boolean =>
  tab === tabName || tab.startsWith(`${tabName}/`);

export const brokerTab = (section: BrokerSectionName, item: string | null = null): string =>
  [tabName, section, ...(item === null ? [] : [item])].join('/');

export function readBrokerTab(tab: string): BrokerPlace {
  const [, section, ...rest] = tab.split('/');
  const known = brokerSections.find((name) => name === section) ?? null;
  return { section: known, item: known === null || rest.length === 0 ? null : rest.join('/') };
}

/** Opens the panel there. */
export function showBroker(
  { view }: App,
  section: BrokerSectionName,
  item: string | null = null,
): void {
  view.getState().setPanel('left', { open: true, tab: brokerTab(section, item) });
}
