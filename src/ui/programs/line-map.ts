/**
 * Which line of what stands in the editor a line of the program that runs is, while the two differ:
 * lines before and after the change are the same ones, and what was changed is nowhere.
 */
export function lineIn(written: string, runs: string, line: number): number | null {
  if (written === runs) return line;
  const [now, then] = [written.split('\n'), runs.split('\n')];
  const shorter = Math.min(now.length, then.length);
  let before = 0;
  while (before < shorter && now[before] === then[before]) before++;
  let after = 0;
  while (after < shorter - before && now[now.length - 1 - after] === then[then.length - 1 - after])
    after++;
  if (line <= before) return line;
  return line > then.length - after ? line + now.length - then.length : null;
}
