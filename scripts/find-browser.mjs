/** Makes sure that there is a browser for the journeys: one that is there, Debian's, or Playwright's. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { exit, getuid } from 'node:process';
import { chromium } from '@playwright/test';
import { browserPath } from './browser.mjs';

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

function isThere() {
  if (browserPath() !== null) return true;
  try {
    return existsSync(chromium.executablePath());
  } catch {
    return false;
  }
}

if (!isThere()) {
  console.log('No Chromium found; installing one.');
  const isDebian = existsSync('/etc/debian_version') && getuid?.() === 0;
  const isInstalled =
    (isDebian && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])) ||
    run('npx', ['playwright', 'install', 'chromium']);
  if (!isInstalled) {
    console.error('Install Chromium, or name one in WARREN_CHROMIUM, and try again.');
    exit(1);
  }
}
console.log(`Browser: ${browserPath() ?? chromium.executablePath()}`);
