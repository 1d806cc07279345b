import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import { alarmsReport, blockedReason } from './blocked-clients.ts';

const publish = { type: 'basic.publish', channel: 'p', exchange: '', routingKey: 'q', body: 'x' };
const shop = { connection: 'shop' as never };

describe('a blocked client', () => {
  it('is one that publishes while a resource is low, and only until the last alarm is over', () => {
    const broker = new ABroker();
    broker.connect('shop', 'p');
    broker.ask({ type: 'alarm.set', alarm: 'memory' });
    expect(blockedReason(broker, shop)).toBeNull();
    expect(alarmsReport(broker)).toEqual({ alarms: ['memory'], blocked: [] });
    broker.ask(publish);
    expect(blockedReason(broker, shop)).toBe('low on memory');
    broker.ask({ type: 'alarm.set', alarm: 'disk' });
    expect(blockedReason(broker, shop)).toBe('low on memory & disk');
    expect(alarmsReport(broker)).toEqual({ alarms: ['memory', 'disk'], blocked: ['shop'] });
    broker.ask({ type: 'alarm.clear', alarm: 'memory' });
    expect(blockedReason(broker, shop)).toBe('low on disk');
    broker.ask({ type: 'alarm.clear', alarm: 'disk' });
    expect(alarmsReport(broker)).toEqual({ alarms: [], blocked: [] });
  });
});
