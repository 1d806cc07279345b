/** Which policies apply to a queue or an exchange at the playhead, and what it obeys because of them. */
import { explainExchangeSettings, explainQueueSettings } from '#engine';
import type { ExchangeName, QueueName, SettingsExplanation, VhostName } from '#engine';
import type { Simulation } from '#sim';

export type { EffectiveSetting, SettingOrigin, SettingsExplanation } from '#engine';

/** Null while the broker has no such thing. */
export const policiesOn = (
  { broker }: Pick<Simulation, 'broker'>,
  kind: 'queue' | 'exchange',
  vhost: string,
  name: string,
): SettingsExplanation | null =>
  kind === 'queue'
    ? explainQueueSettings(broker, vhost as VhostName, name as QueueName)
    : explainExchangeSettings(broker, vhost as VhostName, name as ExchangeName);
