/**
 * What we hold of the code itself that no compiler or linter checks. Each test's name is the rule;
 * its message says what to do.
 */
import { describe, expect, it } from 'vitest';

const sources = Object.entries(
  import.meta.glob<string>('./**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' }),
);
const production = sources.filter(([path]) => !/\.test\.tsx?$|^\.\/testing\//.test(path));
const belowApp = production.filter(([path]) =>
  /^\.\/(base|engine|scenario|library|sim|conformance)\//.test(path),
);

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Code without its comments, in which people may write about anything. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');

function filesWith(pattern: RegExp, files = production): readonly string[] {
  return files.filter(([, text]) => pattern.test(withoutComments(text))).map(([path]) => path);
}

describe('tidy', () => {
  it('a rule says where RabbitMQ documents it', () => {
    const silent = production
      .filter(([path]) => path.startsWith('./engine/rules/'))
      .filter(([, text]) => !text.includes('https://www.rabbitmq.com/docs/'))
      .map(([path]) => path);
    expect(silent, 'Add the link to the comment that opens the file.').toEqual([]);
  });

  it('a file is imported by something', () => {
    const entries = ['./main.tsx', './vite-env.d.ts'];
    const everything = sources.map(([, text]) => text).join('\n');
    const dead = production
      .map(([path]) => path)
      .filter((path) => !entries.includes(path) && !/^\.\/node\/[^/]+\.ts$/.test(path))
      .filter((path) => fileName(path) !== 'index.ts')
      .filter((path) => !new RegExp(`/${fileName(path)}['?]`).test(everything));
    expect(dead, 'Use it or delete it.').toEqual([]);
  });

  it('a component is in a file of its name', () => {
    const misnamed = production.flatMap(([path, text]) =>
      [...text.matchAll(/^export (?:const|function) ([A-Z]\w+)/gm)]
        .map(([, component]) => `${component}.tsx`)
        .filter((name) => /\/[A-Z]\w+\.tsx$/.test(path) && fileName(path) !== name)
        .map((name) => `${path} exports ${name}`),
    );
    expect(misnamed, 'One component a file, and the file is named like it.').toEqual([]);
  });

  it('nothing below the app draws from chance or reads a clock', () => {
    expect(
      filesWith(/Math\.random/, belowApp),
      'Draw from a RandomStream (sim/random.ts).',
    ).toEqual([]);
    expect(
      filesWith(/Date\.now|new Date\b|performance\.now/, belowApp),
      'The instant is an argument (engine/instant.ts).',
    ).toEqual([]);
  });

  it('no file is a drawer for odds and ends', () => {
    const drawers = production
      .map(([path]) => path)
      .filter((path) => /\/(utils?|helpers?|common|types|manager|misc)(\.tsx?|\/)/.test(path));
    expect(drawers, 'Name the file for the one idea in it.').toEqual([]);
  });

  it('no test is skipped or runs alone without a word why', () => {
    const silenced = sources
      .filter(([path]) => path !== './tidy.test.ts')
      .flatMap(([path, text]) =>
        text
          .split('\n')
          .filter((line) => /\b(it|test|describe)\.(only|skip|todo)\(/.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(silenced).toEqual([]);
  });

  it('text never becomes HTML', () => {
    expect(
      filesWith(/dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/),
      'Render it as text.',
    ).toEqual([]);
  });
});
