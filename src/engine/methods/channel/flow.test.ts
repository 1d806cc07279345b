import { describe, expect, it } from 'vitest';
import { ABroker } from '../../../testing/a-broker.ts';

describe('channel.flow', () => {
  it('asks in vain for a stop of deliveries: the connection is closed', () => {
    const broker = new ABroker();
    const events = broker.ask({ type: 'channel.flow', channel: 'a', active: false });
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'connection.close',
        replyCode: 540,
        replyText: 'NOT_IMPLEMENTED - active=false',
        classId: 20,
        methodId: 20,
      }),
    );
  });

  it('may ask for what goes on anyway', () => {
    const events = new ABroker().ask({ type: 'channel.flow', channel: 'a', active: true });
    expect(events).toMatchObject([{ type: 'channel.flow-ok', active: true }]);
  });
});
