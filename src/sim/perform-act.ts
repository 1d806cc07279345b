/** What a person does to a run while it goes on. */
import { unreachable } from '#base';
import type { DeliveryTag, VhostName } from '#engine';
import { dropClient, startClient, stopClient } from './clients/connection.ts';
import { settleByHand } from './clients/consumer.ts';
import { publishByHand } from './clients/publisher.ts';
import { purgeQueue, vhostsOf } from './load-scenario.ts';
import type { Turn } from './clients/turn.ts';
import type { Moment } from './moment.ts';
import { askAsOperator, ensureVhosts, removeVhosts } from './operator.ts';
import type { ProgramAct } from './programs.ts';
import { changeClients } from './reconcile-clients.ts';
import { wishesThatChange } from './reconcile.ts';
import type { Act } from './run.ts';
import { commandsThatSetUp } from './set-up-operators.ts';

export function performAct(moment: Moment, act: Act): void {
  moment.note({ type: 'act.performed', act });
  switch (act.type) {
    case 'edit': {
      const { body } = moment.simulation;
      ensureVhosts(moment, vhostsOf(act.body));
      moment.edit().body = act.body;
      for (const command of commandsThatSetUp(act.body, body)) moment.ask(command);
      askAsOperator(moment, wishesThatChange(body, act.body));
      changeClients(moment, act.body);
      removeVhosts(moment, vhostsOf(body), vhostsOf(act.body));
      break;
    }
    case 'publish':
      moment.takeTurn(act.client, (turn) => publishByHand(turn, act.publisher, act));
      break;
    case 'settle': {
      const { consumer, deliveryTag, answer } = act;
      moment.takeTurn(act.client, (turn) =>
        settleByHand(turn, consumer, deliveryTag as DeliveryTag, answer),
      );
      break;
    }
    case 'client.stop':
      have(moment, act.client, 'stop', stopClient);
      break;
    case 'client.start':
      have(moment, act.client, 'start', startClient);
      break;
    case 'connection.drop':
      have(moment, act.client, 'drop', (turn) => dropClient(turn, 'dropped'));
      break;
    case 'queue.purge':
      askAsOperator(moment, [purgeQueue(act.vhost, act.queue)]);
      break;
    case 'broker.restart':
      restartBroker(moment);
      break;
    case 'alarm':
      moment.ask({ type: act.isRaised ? 'alarm.set' : 'alarm.clear', alarm: act.alarm });
      break;
    case 'trace':
      moment.ask({ type: 'trace.set', vhost: act.vhost as VhostName, on: act.isOn });
      break;
    default:
      unreachable(act);
  }
}

/** The same is done to a program in a way of its own. */
function have(
  moment: Moment,
  name: string,
  act: ProgramAct,
  otherwise: (turn: Turn) => void,
): void {
  const { programs } = moment.simulation;
  if (moment.client(name)?.program === null) moment.takeTurn(name, otherwise);
  else programs?.player.act(moment, name, act);
}

function restartBroker(moment: Moment): void {
  moment.ask({ type: 'broker.restart' });
  for (const { name } of moment.simulation.body.clients) {
    have(moment, name, 'restart', (turn) => dropClient(turn, 'restart'));
  }
}
