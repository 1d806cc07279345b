/**
 * Links that hold a whole run: the document and what was done, packed into the part of an address
 * after the #, which no server ever sees.
 *
 * The document is written as it is saved (defaults left out, positions rounded), so a link says what
 * a file would say. Whoever opens a link does not know who made it: nothing in it is believed before
 * it is checked, and whatever is wrong with it ends in a sentence, never in an exception.
 */
import * as v from 'valibot';
import type { InterventionSpec } from './intervention-schema.ts';
import { pack, unpack } from './packing.ts';
import type { Unpacked } from './packing.ts';
import { checkScenario } from './parse-scenario.ts';
import { describeIssue } from './describe-issue.ts';
import type { ScenarioProblem } from './scenario-problem.ts';
import { currentVersion } from './schema.ts';
import type { Scenario } from './schema.ts';
import { restoreEdits, shortenEdits, shortInterventionsSchema } from './share-link-edits.ts';
import { readSharedText } from './share-link-text.ts';
import { shortScenario } from './write-scenario.ts';

export interface SharedRun {
  readonly scenario: Scenario;
  readonly interventions: readonly InterventionSpec[];
  /** The name of the recorded case that the run plays; left out where it plays none. */
  readonly case?: string | undefined;
}

export type OpenedLink =
  | ({ readonly ok: true } & SharedRun)
  | { readonly ok: false; readonly message: string };

/** The fragment, with its #. */
export function encodeShareLink({ scenario, interventions, case: played }: SharedRun): string {
  const written = shortScenario(scenario);
  const done =
    interventions.length === 0 ? {} : { interventions: shortenEdits(scenario, interventions) };
  const content = { scenario: written, ...done, ...(played === undefined ? {} : { case: played }) };
  return `#${pack(JSON.stringify(content))}`;
}

/** What the fragment of an address holds, with or without its #. Never throws. */
export function decodeShareLink(fragment: string): OpenedLink {
  const packed = asMade(fragment.startsWith('#') ? fragment.slice(1) : fragment);
  if (packed === '') return refuse('This address holds no scenario.');
  const name = packingName.exec(packed)?.[1];
  if (name === undefined) return refuse('What follows the # of this address is not a scenario.');
  const unpacked = unpack(packed);
  if (!unpacked.ok) return refuse(whyNotUnpacked(unpacked.reason, name));
  const text = readSharedText(unpacked.text);
  if (!text.ok) return refuse(whyNotRead[text.reason]);
  try {
    return checkContent(text.data);
  } catch {
    // What the checks cannot cope with is no document either.
    return refuse(whyNotRead['too-deep']);
  }
}

/**
 * Without what mail programs and chats do to addresses: some escape more than they must, others take
 * the full stop or the bracket after an address for a part of it. No link ends in either.
 */
function asMade(fragment: string): string {
  const unescaped = unescapedOf(fragment);
  return unescaped.endsWith(':') ? unescaped : unescaped.replace(/[^\w-]{1,5}$/, '');
}

function unescapedOf(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

const packingName = /^([a-z][a-z0-9-]{0,30}):/;

const contentSchema = v.strictObject({
  scenario: v.looseObject({}),
  interventions: v.exactOptional(v.unknown()),
  case: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
});

function checkContent(data: unknown): OpenedLink {
  const content = v.safeParse(contentSchema, data);
  if (!content.success) {
    return refuse('This link was read without damage, but what it holds is not a scenario.');
  }
  const { scenario: written, interventions = [], case: played } = content.output;
  const { version } = written;
  if (typeof version === 'number' && version > currentVersion) {
    return refuse(
      `This link was made by a newer Warren: its scenario is of version ${version}, and this one` +
        ` reads up to ${currentVersion}. Reload the page to get the newest.`,
    );
  }
  const checked = checkScenario(written);
  if (!checked.ok) return refuse(withPlace('scenario', checked.problems[0]));
  const { scenario } = checked;
  const done = v.safeParse(shortInterventionsSchema, interventions, { abortEarly: true });
  if (!done.success) return refuse(withPlace(record, describeIssue(done.issues[0])));
  const restored = restoreEdits(scenario, done.output);
  if (!restored.ok) return refuse(withPlace(record, restored.problem));
  return {
    ok: true,
    scenario,
    interventions: restored.interventions,
    ...(played === undefined ? {} : { case: played }),
  };
}

const record = 'record of what was done';

const refuse = (message: string): OpenedLink => ({ ok: false, message });

const withPlace = (what: string, place: ScenarioProblem | undefined): string => {
  const where = place === undefined || place.path === '' ? '' : `, at ${cut(place.path)}`;
  const why = place === undefined ? '' : `: ${cut(place.message)}`;
  return `The ${what} in this link is not valid${where}${why}`;
};

/** Names come from the stranger, and may be long. */
const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

function whyNotUnpacked(
  reason: Extract<Unpacked, { readonly ok: false }>['reason'],
  name: string,
): string {
  if (reason === 'unknown-packing') {
    return (
      `This link is packed as ${name}, which this Warren does not know. If a newer one made it,` +
      ' reload the page to get the newest.'
    );
  }
  return reason === 'damaged'
    ? 'This link is damaged: a part of it is missing or was changed on its way.' +
        ' Copy the whole link again where you got it.'
    : tooLarge;
}

const tooLarge = 'This link holds more than a scenario can be, and was not opened.';

const whyNotRead = {
  'no-json': 'This link was unpacked without damage, but what it holds is not a scenario.',
  'too-deep': 'What this link holds is nested too deeply for a scenario, and was not opened.',
  'too-large': tooLarge,
  'forbidden-name':
    'This link uses __proto__ as a name, which no scenario may, and was not opened.',
} as const;
