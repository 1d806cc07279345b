/**
 * npm run conformance -- [--profile 3.10|4.0] [--json] [PATH …]
 *
 * Plays recorded cases, from files or folders, or the project's own, and prints for each that fails
 * the first step in which the engine differs from RabbitMQ. Ends with status 1 if any does.
 *
 * Among the project's own cases those on the list of what is not supported yet are left out, and
 * counted; of cases that are named by a PATH nothing is left out.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { checkCase, whyUnsupported } from '#conformance';
import type { CaseResult, ConformanceFile } from '#conformance';

type Profile = CaseResult['profile'];
const allProfiles: readonly Profile[] = ['3.10', '4.0'];

const words = argv.slice(2);
const isJson = words.includes('--json');
const profileAt = words.indexOf('--profile');
const profiles = profileAt === -1 ? allProfiles : [readProfile(words[profileAt + 1])];
const paths = words.filter(
  (word, index) => !word.startsWith('--') && (profileAt === -1 || index !== profileAt + 1),
);

function readProfile(word: string | undefined): Profile {
  const profile = allProfiles.find((known) => known === word);
  if (profile !== undefined) return profile;
  console.error(`There is no profile '${word}'; there are ${allProfiles.join(' and ')}.`);
  return exit(2);
}

function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesAt(join(path, name)))
    .filter((file) => file.endsWith('.json'));
}

const isOwn = paths.length === 0;
const files = (isOwn ? ['src/conformance/cases'] : paths).flatMap(filesAt);
const results: CaseResult[] = [];
let leftOutCount = 0;
for (const file of files) {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as ConformanceFile;
  for (const kase of cases) {
    for (const profile of profiles) {
      if (isOwn && whyUnsupported(kase.id, profile) !== null) leftOutCount++;
      else results.push(...[checkCase(kase, profile)].filter((result) => result !== null));
    }
  }
}

const failures = results.filter(({ ok }) => !ok);
const passed = results.length - failures.length;
if (isJson) {
  console.log(JSON.stringify({ passed, failed: failures.length, cases: results }));
} else {
  for (const { id, profile, step, wanted, got } of failures) {
    console.log(`${id} (${profile}): step ${step} differs`);
    console.log(`  wanted ${JSON.stringify(wanted)}`);
    console.log(`  got    ${JSON.stringify(got) ?? 'nothing'}`);
  }
  if (leftOutCount > 0) console.log(`${leftOutCount} left out: not supported yet`);
  console.log(`${passed} passed, ${failures.length} failed`);
}
exit(failures.length === 0 ? 0 : 1);
