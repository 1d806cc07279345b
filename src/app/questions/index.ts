/** What components ask of a run: each question in a file of its own, answered without changing anything. */
export { clientAt, exchangeAt, queueAt, slotsOf } from './canvas.ts';
export { colourIndexOf, flightsIn, readyTotal, unackedTotal } from './canvas.ts';
export type { QueueSlots } from './canvas.ts';
export { editChecked } from './edit-checked.ts';
export { askJournal, groupOf, journalGroups, messageOf, sentenceOf } from './journal-entries.ts';
export type { JournalGroup, JournalQuestion } from './journal-entries.ts';
export { askJourney } from './journey.ts';
export type { JourneyAnswer } from './journey.ts';
export { overviewOf } from './overview.ts';
export type { Overview, Trouble } from './overview.ts';
export { queueContents } from './queue-contents.ts';
export type { QueueContents, QueueCopy } from './queue-contents.ts';
export { askRoute } from './route.ts';
export type { RouteQuestion } from './route.ts';
export { endsOf, selectedNode, selectedThing } from './selected-thing.ts';
export type {
  LineKind,
  SelectedBindings,
  SelectedClient,
  SelectedExchange,
  SelectedLine,
  SelectedNode,
  SelectedQueue,
  SelectedThing,
} from './selected-thing.ts';
export { clientStanding } from './standing.ts';
export type { ClientStanding, Condition, PartStanding, Standing } from './standing.ts';
export { askWait } from './wait.ts';
export type { WaitAnswer, WaitVerdict } from './wait.ts';
export {
  addBinding,
  addClient,
  addExchange,
  addQueue,
  bindingKeyOf,
  changeBinding,
  changeClient,
  changeExchange,
  changeQueue,
  clientKindOf,
  duplicateThings,
  moveThings,
  nodeKeyOf,
  removeThings,
  renameThing,
  uniqueName,
  whyNotWire,
  wire,
} from '#scenario';
