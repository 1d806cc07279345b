/** What components ask of a run: each question in a file of its own, answered without changing anything. */
export { allowedKeys, allowedNames, expressionProblem } from './allowed-names.ts';
export type { AllowedNames } from './allowed-names.ts';
export { alarmsReport, blockedReason } from './blocked-clients.ts';
export type { AlarmsReport } from './blocked-clients.ts';
export { clientAt, exchangeAt, queueAt, readersAt, slotsOf } from './canvas.ts';
export { colourIndexOf, flightsIn, readyTotal, unackedTotal } from './canvas.ts';
export type { QueueSlots } from './canvas.ts';
export { editChecked } from './edit-checked.ts';
export { governed } from './governed.ts';
export { askJournal, groupOf, journalGroups, messageOf, sentenceOf } from './journal-entries.ts';
export type { JournalGroup, JournalQuestion } from './journal-entries.ts';
export { askJourney } from './journey.ts';
export type { JourneyAnswer } from './journey.ts';
export { overviewOf } from './overview.ts';
export type { Overview, Trouble } from './overview.ts';
export { consoleOf, placeOf, programStanding } from './programs.ts';
export type { ConsoleLine, ProgramCondition, ProgramPlace, ProgramStanding } from './programs.ts';
export { policiesOn } from './policies-on.ts';
export type { EffectiveSetting, SettingOrigin, SettingsExplanation } from './policies-on.ts';
export { policyEffect } from './policy-effect.ts';
export type { PolicyMatch, PolicyPreview, PolicyQuestion } from './policy-effect.ts';
export { queueContents } from './queue-contents.ts';
export type { QueueContents, QueueCopy, StreamReader } from './queue-contents.ts';
export { restartLosses } from './restart-losses.ts';
export type { LostMessages, RestartLosses } from './restart-losses.ts';
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
export { whyNotYours, yoursOf } from './why-not-yours.ts';
export {
  addBinding,
  addClient,
  addExchange,
  addPolicy,
  addQueue,
  addUser,
  bindingKeyOf,
  changeBinding,
  changeClient,
  changeExchange,
  changePermissions,
  changePolicy,
  changeQueue,
  changeTopicPermissions,
  changeUser,
  changeVhostLimits,
  clearPermissions,
  clearTopicPermissions,
  clientKindOf,
  duplicateThings,
  moveThings,
  nodeKeyOf,
  removePolicy,
  removeThings,
  removeUser,
  removeVhost,
  renameThing,
  uniqueName,
  whyNotWire,
  wire,
} from '#scenario';
