/** Builds the page if it is not built or older than its sources, and serves it on localhost. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    mtimeMs,
  );
}

const built = existsSync('dist/index.html') ? statSync('dist/index.html').mtimeMs : 0;
if (built < Math.max(...sources.map(newest))) {
  console.log('Building the page …');
  await build({ logLevel: 'warn' });
}
const server = await preview({ preview: { port: 4173, open: false } });
const [address] = server.resolvedUrls?.local ?? [];
console.log(`Warren is at ${address} (Ctrl-C ends it)`);
