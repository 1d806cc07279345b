/**
 * For Vite: a file that is called `….worked-out.ts` is run when the page is built, and the page gets
 * what came of it: its exports, which have to be plain data, and nothing of what they were made with.
 * Tests and programs run the file as it stands, so there is nothing that could be out of date.
 */
import { runnerImport } from 'vite';

const isWorkedOut = /\.worked-out\.ts$/;

export const workedOut = () => ({
  name: 'worked-out',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    if (!isWorkedOut.test(id)) return null;
    const { module, dependencies } = await runnerImport(id);
    for (const file of dependencies) this.addWatchFile(file);
    const lines = Object.entries(module).map(([name, value]) => {
      const text = JSON.stringify(value);
      if (text === undefined) throw new Error(`${name} of ${id} is no plain data.`);
      return `export const ${name} = ${text};`;
    });
    return { code: lines.join('\n'), moduleType: 'js' };
  },
});
