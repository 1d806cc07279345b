/**
 * npm run bench -- page [--json]
 *
 * Frames of the built page in a browser: fifty things on the canvas, with 500 and 5,000 messages on
 * their way, and paused. Prints the median and the 95th percentile of the time between frames, and the
 * main thread's time per frame. Machines are noisy: read them beside one another.
 */
import { spawnSync } from 'node:child_process';
import { argv, execPath } from 'node:process';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserFlags, browserPath } from './browser.mjs';

const measureMs = 5_000;
const settleMs = 4_000;

const printed = spawnSync(execPath, ['scripts/run.mjs', 'src/node/bench-links.ts'], {
  encoding: 'utf8',
});
const links = JSON.parse(printed.stdout);
const server = await preview({ preview: { port: 4179, strictPort: true } });
const [address] = server.resolvedUrls.local;
const executablePath = browserPath();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: browserFlags,
});
const rows = [];
for (const { inFlight, link } of links.filter(({ inFlight }) => inFlight > 0)) {
  rows.push({ name: `${inFlight} in flight`, ...(await measure(link, { isPaused: false })) });
  if (inFlight === 500) rows.push({ name: 'paused', ...(await measure(link, { isPaused: true })) });
}
await browser.close();
await server.close();

if (argv.includes('--json')) {
  console.log(JSON.stringify(rows));
} else {
  console.log('what              median frame   p95 frame   main thread per frame   painted');
  for (const { name, medianMs, p95Ms, mainMs, paints } of rows) {
    const cells = [medianMs, p95Ms, mainMs].map((ms) => `${ms.toFixed(1)} ms`.padStart(12));
    console.log(`${name.padEnd(16)}  ${cells.join('  ')}   ${paints}`);
  }
}

async function measure(link, { isPaused }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    // Counts what is drawn on any canvas.
    globalThis.paintCount = 0;
    const surface = CanvasRenderingContext2D.prototype;
    const clear = Object.getOwnPropertyDescriptor(surface, 'clearRect').value;
    surface.clearRect = function count(...words) {
      globalThis.paintCount++;
      return clear.apply(this, words);
    };
  });
  await page.goto(`${address}${link}`);
  const play = page.getByRole('button', { name: /^(Play|Pause)$/ });
  await play.waitFor();
  if ((await play.getAttribute('aria-label')) !== 'Pause' && !(await isPlaying(page))) {
    await play.click();
  }
  await page.waitForTimeout(settleMs);
  if (isPaused) await page.getByRole('button', { name: 'Pause' }).click();
  await page.waitForTimeout(500);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const before = await taskSeconds(session);
  const frames = await page.evaluate(countFrames, measureMs);
  const after = await taskSeconds(session);
  await context.close();
  const times = frames.times.toSorted((one, other) => one - other);
  return {
    medianMs: times[Math.floor(times.length / 2)],
    p95Ms: times[Math.floor(times.length * 0.95)],
    mainMs: ((after - before) * 1_000) / times.length,
    paints: frames.paints,
  };
}

const isPlaying = async (page) => (await page.getByRole('button', { name: 'Pause' }).count()) > 0;

async function taskSeconds(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** Runs in the page. */
function countFrames(ms) {
  return new Promise((resolve) => {
    const times = [];
    const paintsBefore = globalThis.paintCount;
    const begin = performance.now();
    let last = begin;
    requestAnimationFrame(function next(at) {
      times.push(at - last);
      last = at;
      if (at - begin < ms) requestAnimationFrame(next);
      else resolve({ times: times.slice(1), paints: globalThis.paintCount - paintsBefore });
    });
  });
}
