/** The table of everything a user can do, in the order in which menus and the palette list it. */
import type { Action } from './action.ts';
import {
  addApp,
  addConsumer,
  addExchangeAction,
  addProducer,
  addProgram,
  addQueueAction,
} from './add.ts';
import { diskAlarm, firehose, memoryAlarm } from './alarms.ts';
import { alignLeft, alignTop } from './align.ts';
import { autoLayout } from './auto-layout.ts';
import { beginAgain } from './begin-again.ts';
import { faster, slower } from './change-speed.ts';
import { clearSelection } from './clear-selection.ts';
import { toggleCode } from './code-panel.ts';
import { copy } from './copy.ts';
import { openCommands, openGallery, openShortcuts } from './dialogs.ts';
import { distributeAcross, distributeDown } from './distribute.ts';
import { duplicate } from './duplicate.ts';
import {
  dropConnections,
  purgeQueues,
  restartBroker,
  startClients,
  stopClients,
} from './faults.ts';
import { exportFile, importFile } from './files.ts';
import { newScenario } from './new-scenario.ts';
import { nextHop } from './next-hop.ts';
import { toggleBroker, toggleJournal, toggleLeft, toggleRight } from './panels.ts';
import { paste } from './paste.ts';
import { playPause } from './play-pause.ts';
import { publishByHand } from './publish-by-hand.ts';
import { removeSelection } from './remove-selection.ts';
import { secondBack, secondForward } from './seek-second.ts';
import { selectAll } from './select-all.ts';
import { copyLink, share } from './share.ts';
import { stepBack } from './step-back.ts';
import { stepForward } from './step-forward.ts';
import { darkTheme, lightTheme, systemTheme } from './themes.ts';
import { toStart } from './to-start.ts';
import { redo, undo } from './undo.ts';

export const actions: readonly Action[] = [
  playPause,
  stepForward,
  stepBack,
  toStart,
  nextHop,
  secondForward,
  secondBack,
  slower,
  faster,
  publishByHand,
  undo,
  redo,
  removeSelection,
  duplicate,
  copy,
  paste,
  selectAll,
  clearSelection,
  addProducer,
  addExchangeAction,
  addQueueAction,
  addConsumer,
  addApp,
  addProgram,
  autoLayout,
  alignLeft,
  alignTop,
  distributeAcross,
  distributeDown,
  dropConnections,
  stopClients,
  startClients,
  purgeQueues,
  restartBroker,
  memoryAlarm,
  diskAlarm,
  firehose,
  newScenario,
  openGallery,
  copyLink,
  share,
  importFile,
  exportFile,
  beginAgain,
  toggleCode,
  toggleJournal,
  toggleLeft,
  toggleBroker,
  toggleRight,
  openCommands,
  openShortcuts,
  darkTheme,
  lightTheme,
  systemTheme,
];

/** The action of that id; there is one, or the caller is mistaken. */
export function actionOf(id: string): Action {
  const action = actions.find((one) => one.id === id);
  if (action === undefined) throw new Error(`Invariant broken: no action is called ${id}`);
  return action;
}
