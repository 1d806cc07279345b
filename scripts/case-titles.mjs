/**
 * For Vite: `cases/area.json?titles` is the list of what that file's cases are called, and of nothing
 * that was recorded in them.
 */
import { readFile } from 'node:fs/promises';

const query = '?titles';

export const caseTitles = () => ({
  name: 'case-titles',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(`.json${query}`)) return null;
    const file = id.slice(0, -query.length);
    this.addWatchFile(file);
    const { cases } = JSON.parse(await readFile(file, 'utf8'));
    const titles = cases.map(({ id: name, title, recorded }) => ({
      id: name,
      title,
      versions: Object.keys(recorded),
    }));
    return { code: `export default ${JSON.stringify(titles)};`, moduleType: 'js' };
  },
});
