/** What those who run the broker turn on and off: alarms, and the firehose. */
import type { Alarm } from '#engine';
import type { App } from '../app.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';
import { intervene, selectedNodes } from './faults.ts';

const brokerOf = ({ playback }: App) => playback.getState().history.present.broker;

function switching(
  parts: Pick<Action, 'id' | 'label' | 'keywords'>,
  labelNow: (app: App) => string,
  act: (app: App) => Parameters<typeof intervene>[1],
): Action {
  return {
    ...parts,
    group: 'Faults',
    labelNow,
    isEnabled: always,
    perform: (app) => intervene(app, act(app), labelNow(app)),
  };
}

const switchingAlarm = (alarm: Alarm): Action => {
  const isOn = (app: App): boolean => brokerOf(app).alarms.includes(alarm);
  return switching(
    {
      id: `${alarm}-alarm`,
      label: `Raise or clear the ${alarm} alarm`,
      keywords: 'fault resource low blocked connection',
    },
    (app) => `${isOn(app) ? 'Clear' : 'Raise'} the ${alarm} alarm`,
    (app) => ({ type: 'alarm', alarm, isRaised: !isOn(app) }),
  );
};

export const memoryAlarm = switchingAlarm('memory');
export const diskAlarm = switchingAlarm('disk');

/** That of what is selected, or else the first of the scenario. */
const vhostOf = (app: App): string =>
  selectedNodes(app)[0]?.vhost ?? app.document.getState().scenario.vhosts[0]?.name ?? '/';

const isTraced = (app: App): boolean =>
  (brokerOf(app).tracedVhosts as readonly string[]).includes(vhostOf(app));

export const firehose: Action = switching(
  {
    id: 'firehose',
    label: 'Turn the firehose on or off',
    keywords: 'trace amq.rabbitmq.trace copies',
  },
  (app) => `Turn the firehose ${isTraced(app) ? 'off' : 'on'} in ${vhostOf(app)}`,
  (app) => ({ type: 'trace', vhost: vhostOf(app), isOn: !isTraced(app) }),
);
