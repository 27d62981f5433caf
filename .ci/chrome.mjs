// Finds a Chromium-family browser for the e2e tests, or installs Debian's when it may.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const PLAYWRIGHT_CACHES = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache', 'ms-playwright'),
  join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
];
const PLAYWRIGHT_BINARIES = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];
const APT_PACKAGES = ['chromium', 'fonts-noto-cjk', 'fontconfig'];

function playwrightBrowsers() {
  return PLAYWRIGHT_CACHES.filter((folder) => folder && existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^chromium-\d+$/.test(name))
      .flatMap((name) => PLAYWRIGHT_BINARIES.map((binary) => join(folder, name, binary))),
  );
}

/** Path of the browser to test with, or null. CUNTU_CHROME, when set, is the only one considered. */
export function findChrome() {
  if (process.env.CUNTU_CHROME) {
    return existsSync(process.env.CUNTU_CHROME) ? process.env.CUNTU_CHROME : null;
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...playwrightBrowsers(),
    ...[...onPath, '/usr/bin'].flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...APPLICATIONS,
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Only Linux machines come without Chinese fonts. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

function apt(args) {
  return spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status;
}

/** Path of a browser, after installing it and a Chinese font where that is allowed; throws saying what to do. */
export function ensureChrome() {
  const ready = () => (hasChineseFont() ? findChrome() : null);
  const found = ready();
  if (found) return found;
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall && !process.env.CUNTU_CHROME) {
    console.log(`Installing ${APT_PACKAGES.join(', ')} with apt-get …`);
    if (apt(['update']) === 0) apt(['install', '-y', '--no-install-recommends', ...APT_PACKAGES]);
    const installed = ready();
    if (installed) return installed;
  }
  throw new Error(
    [
      `Chrome or Chromium: ${findChrome() ?? 'not found'}; Chinese font: ${hasChineseFont() ? 'yes' : 'not found'}.`,
      process.env.CUNTU_CHROME ? `CUNTU_CHROME is ${process.env.CUNTU_CHROME}: no such file.` : '',
      `Debian/Ubuntu: sudo apt-get install ${APT_PACKAGES.join(' ')}`,
      'Else install Google Chrome, or set CUNTU_CHROME to the path of a Chromium-family browser.',
    ]
      .filter((line) => line !== '')
      .join('\n'),
  );
}
