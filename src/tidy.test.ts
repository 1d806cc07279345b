/**
 * What we hold of the code itself that no compiler or linter checks. Each test's name is the rule;
 * its message says what to do, and lists every place.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = Object.entries(
  import.meta.glob<string>('./**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' }),
);
// Vitest does not give the text of style sheets.
const styles = Object.keys(import.meta.glob('./**/*.css')).map(
  (path) => [path, readFileSync(new URL(path, import.meta.url), 'utf8')] as const,
);
const buildConfig = ['../vite.config.ts', '../scripts/sandbox-texts.mjs']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');
const journeys = Object.entries(
  import.meta.glob<string>('../e2e/**/*.ts', { eager: true, query: '?raw', import: 'default' }),
);
const production = sources.filter(([path]) => !/\.test\.tsx?$|\.d\.ts$|^\.\/testing\//.test(path));
const belowApp = production.filter(([path]) =>
  /^\.\/(base|engine|scenario|library|sim|conformance|amqp|programs)\//.test(path),
);

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Code without its comments, in which people may write about anything. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');

function filesWith(pattern: RegExp, files = production): readonly string[] {
  return files.filter(([, text]) => pattern.test(withoutComments(text))).map(([path]) => path);
}

/** The runners shorten what is compared, so the message itself carries the list. */
function expectNone(places: readonly string[], whatToDo: string): void {
  expect(places, [whatToDo, ...places].join('\n')).toEqual([]);
}

/** The files that a file names in its strings, as paths like './engine/apply.ts'. */
function namedBy([path, text]: readonly [string, string]): readonly string[] {
  return [...text.matchAll(/['"]([.#][^'"\s]*)['"]/g)].flatMap(([, name = '']) => {
    if (name.startsWith('#')) return [`./${name.slice(1)}/index.ts`];
    const { pathname } = new URL(name, `file:///src/${path.slice('./'.length)}`);
    return [pathname.replace('/src/', './')];
  });
}

describe('tidy', () => {
  it('a rule says where RabbitMQ documents it', () => {
    const silent = production
      .filter(([path]) => path.startsWith('./engine/rules/'))
      .filter(([, text]) => !text.includes('https://www.rabbitmq.com/docs/'))
      .map(([path]) => path);
    expectNone(silent, 'Add the link to the comment that opens the file.');
  });

  it('a file is imported by something', () => {
    const used = new Set(
      [...sources, ...styles].flatMap((file) => namedBy(file).filter((path) => path !== file[0])),
    );
    const dead = [...production, ...styles]
      .map(([path]) => path)
      .filter((path) => path !== './main.tsx' && !/^\.\/node\/[^/]+\.ts$/.test(path))
      .filter((path) => !/^\.\/[^/]+\/index\.ts$/.test(path))
      .filter((path) => !used.has(path))
      // The build puts some files in the place of others.
      .filter((path) => !buildConfig.includes(`'${path.replace('./', 'src/')}'`));
    expectNone(dead, 'Use it or delete it.');
  });

  it('a component is in a file of its name', () => {
    const misnamed = production.flatMap(([path, text]) =>
      [...text.matchAll(/^export (?:const|function) ([A-Z]\w+)/gm)]
        .map(([, component]) => `${component}.tsx`)
        .filter((name) => /\/[A-Z]\w+\.tsx$/.test(path) && fileName(path) !== name)
        .map((name) => `${path} exports ${name}`),
    );
    expectNone(misnamed, 'One component a file, and the file is named like it.');
  });

  it('nothing below the app draws from chance', () => {
    const chance = /\bMath\.random\b|\bMath\[|\{[^{}]*\brandom\b[^{}]*\} = Math\b/;
    expectNone(filesWith(chance, belowApp), 'Draw from a RandomStream (sim/random.ts).');
  });

  it('nothing below the app reads a clock', () => {
    const clock = /\bnew Date\b|\bDate\s*[.([]|\bglobalThis\b|\bperformance\s*[.[]/;
    expectNone(filesWith(clock, belowApp), 'The instant is an argument (engine/instant.ts).');
  });

  it('no file is a drawer for odds and ends', () => {
    const drawers = production
      .map(([path]) => path)
      .filter((path) => /\/(utils?|helpers?|common|types|manager|misc)(\.tsx?|\/)/.test(path));
    expectNone(drawers, 'Name the file for the one idea in it.');
  });

  it('no test runs alone, and none is skipped without a word why', () => {
    const call = /^\s*(?:it|test|describe)(?:\.\w+)*?\.(only|skip|todo|fixme)\b/;
    const silenced = [...sources, ...journeys].flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index, lines) => {
        const [, how] = call.exec(line) ?? [];
        const hasReason = /^\s*\/\/ \S/.test(lines[index - 1] ?? '');
        if (how === undefined || (how !== 'only' && hasReason)) return [];
        return [`${path}: ${line.trim()}`];
      }),
    );
    expectNone(silenced, 'Let it run, or say in a comment above it why it does not.');
  });

  it('text never becomes HTML', () => {
    const html = /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/;
    expectNone(filesWith(html), 'Render it as text.');
  });
});
