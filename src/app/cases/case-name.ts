/**
 * How a recorded case is named in an address, a file and a link: `dead-lettering/policy`, and
 * `dead-lettering/policy@3.10` for the version that it shall be played as. Whoever wrote one may be a
 * stranger: a name is bounded and plain, and is only ever compared with the names that are known.
 */
import type { ProfileName } from '#engine';

export interface CaseName {
  readonly area: string;
  /** `area/name`. */
  readonly id: string;
  /** Null for the newest that it was recorded with. */
  readonly version: ProfileName | null;
}

export const casePrefix = '#case:';

/** No name of ours is half as long. */
const fragmentLengthMax = 200;

const pattern =
  /^([a-z0-9][a-z0-9-]{0,39})\/([a-z0-9][a-z0-9-]{0,79})(?:@(3\.10|4\.0)(?:\.\d{1,2})?)?$/;

/** Null where the fragment of an address, which begins with `casePrefix`, names none. */
export function readCaseFragment(fragment: string): CaseName | null {
  if (fragment.length > fragmentLengthMax) return null;
  // Chats take the full stop or the bracket after an address for a part of it.
  return readCaseName(unescapedOf(fragment.slice(casePrefix.length)).replace(/[^\w]{1,5}$/, ''));
}

/** Null where the text is no such name. */
export function readCaseName(text: string): CaseName | null {
  const [, area, name, version] = pattern.exec(text) ?? [];
  if (area === undefined || name === undefined) return null;
  return { area, id: `${area}/${name}`, version: (version ?? null) as CaseName['version'] };
}

export const caseNameText = (id: string, version: ProfileName): string => `${id}@${version}`;

/** A recorded title as a sentence begins, but where it begins with a name of AMQP's or a program's. */
export const caseTitle = (title: string): string =>
  /^[a-z]+(?=[ ,:;])/.test(title) ? `${title.charAt(0).toUpperCase()}${title.slice(1)}` : title;

/** What follows the address of the page. */
export const caseFragment = (name: string): string => `${casePrefix}${name}`;

function unescapedOf(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
