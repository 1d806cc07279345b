/** The RabbitMQ versions that can be simulated, the oldest first. */
import { profiles } from '#engine';
import type { Scenario } from '#scenario';

export const profileNames = Object.keys(profiles) as readonly Scenario['profile'][];
