// The steps of `npm test`: each runs a tool and returns {passed, failed, lines}. A gate without tests of
// its own counts as one; vitest and Playwright count theirs, and a skipped test counts as failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { offlineCheck, sizeCheck } from './built-app.mjs';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const VITEST_JSON = join(ROOT, '.cache', 'vitest.json');
const PLAYWRIGHT_JSON = join(ROOT, '.cache', 'playwright.json');
const FEWEST_MODULES = 10;
const LINES_SHOWN = 60;

/** Full path of a command's script, so that no shim, shell or PATH is needed. */
function commandFile(packageName, command) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

async function run(packageName, command, args, { show = false, env = {} } = {}) {
  const child = spawn(process.execPath, [commandFile(packageName, command), ...args], {
    cwd: ROOT,
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
  });
  const [out, err] = [[], []];
  child.stdout?.on('data', (part) => out.push(part));
  child.stderr?.on('data', (part) => err.push(part));
  const [status] = await once(child, 'close');
  const text = Buffer.concat([...out, ...err]).toString('utf8');
  return { status: status ?? 1, lines: text.split('\n').filter((line) => line.trim()) };
}

function gate(good, lines) {
  const shown =
    lines.length > LINES_SHOWN
      ? [...lines.slice(0, LINES_SHOWN), `… ${lines.length} lines`]
      : lines;
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, lines: shown };
}

/** A tool whose exit code is the verdict; its words matter only when it fails. */
function tool(packageName, command, args) {
  return async () => {
    const { status, lines } = await run(packageName, command, args);
    return gate(status === 0, status === 0 ? [] : lines);
  };
}

/** Without the TypeScript 6 API dependency-cruiser sees no module and calls that success. */
async function importRules() {
  const args = ['src', '--config', '.dependency-cruiser.cjs'];
  const { status, lines } = await run('dependency-cruiser', 'depcruise', args);
  const modules = Number(/(\d+) modules/.exec(lines.join('\n'))?.[1] ?? 0);
  if (modules <= FEWEST_MODULES)
    return gate(false, [...lines, `only ${modules} modules were seen`]);
  return gate(status === 0, status === 0 ? [`${modules} modules`] : lines);
}

/** Imported late, since it needs the TypeScript package. */
async function sizes() {
  const { sizeFaults } = await import('./size-rule.mjs');
  const faults = sizeFaults(ROOT);
  return gate(faults.length === 0, faults);
}

async function vitest() {
  rmSync(VITEST_JSON, { force: true });
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST_JSON}`];
  const { status, lines } = await run('vitest', 'vitest', args);
  if (!existsSync(VITEST_JSON)) return gate(false, lines);
  const report = JSON.parse(readFileSync(VITEST_JSON, 'utf8'));
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that cannot even be read has no test of its own that fails.
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const counted = report.numFailedTests + skipped + brokenFiles;
  const failed = counted === 0 && (status !== 0 || report.numPassedTests === 0) ? 1 : counted;
  const note = `${report.numPassedTests} passed in ${report.testResults.length} files${skipped ? `, ${skipped} skipped` : ''}`;
  return {
    passed: report.numPassedTests,
    failed,
    lines: failed > 0 ? [...lines.slice(-200), note] : [note],
  };
}

async function build() {
  try {
    return gate(true, [ensureBuild(ROOT) === 'fresh' ? 'dist/ was up to date' : 'built']);
  } catch (error) {
    return gate(false, error.message.split('\n'));
  }
}

function ofDist(check) {
  return async () => {
    if (!existsSync(join(DIST, 'index.html')))
      return gate(false, ['there is no dist/: the build failed']);
    const { faults, report } = check(DIST);
    return gate(faults.length === 0, [...report, ...faults.map((fault) => `FAULT ${fault}`)]);
  };
}

/** Files and titles of the tests that failed first and then passed. */
function flakyTests(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, title }) => `${file} › ${title}`),
    ...flakyTests(inner),
  ]);
}

function playwright(chrome) {
  return async () => {
    if (!existsSync(join(DIST, '.build-stamp'))) return gate(false, ['there is no complete dist/']);
    rmSync(PLAYWRIGHT_JSON, { force: true });
    const { status } = await run(
      '@playwright/test',
      'playwright',
      ['test', '--reporter=list,json'],
      {
        show: true,
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_JSON, CUNTU_CHROME: chrome },
      },
    );
    if (!existsSync(PLAYWRIGHT_JSON)) return gate(false, ['Playwright wrote no report']);
    const { stats, errors, suites } = JSON.parse(readFileSync(PLAYWRIGHT_JSON, 'utf8'));
    const passed = stats.expected + stats.flaky;
    const counted = stats.unexpected + stats.skipped + errors.length;
    return {
      passed,
      failed: counted === 0 && (status !== 0 || passed === 0) ? 1 : counted,
      lines: [
        ...flakyTests(suites).map((name) => `FLAKY, passed at the second try: ${name}`),
        ...errors.map((error) => error.message ?? String(error)),
      ],
    };
  };
}

/** In the order that a mistake is cheapest to see. */
export function gates(chrome) {
  return [
    ['types', 'Types (tsc)', tool('@typescript/native', 'tsc', ['--noEmit'])],
    ['lint', 'Lint (oxlint)', tool('oxlint', 'oxlint', ['.', '.ci', '--deny-warnings'])],
    [
      'format',
      'Format (prettier)',
      tool('prettier', 'prettier', ['--check', '--log-level', 'warn', '.']),
    ],
    ['imports', 'Import rules (dependency-cruiser)', importRules],
    ['sizes', 'File, function and component sizes', sizes],
    [
      'unused',
      'Unused files, exports and packages (knip)',
      tool('knip', 'knip', ['--no-progress', '--no-config-hints']),
    ],
    ['unit', 'Unit, property, oracle and pack tests (vitest)', vitest],
    ['build', 'Build (vite)', build],
    ['size', 'Size of the built app', ofDist(sizeCheck)],
    ['offline', 'Built app refers to nothing outside', ofDist(offlineCheck)],
    ['e2e', 'Journeys and renderings in Chromium (Playwright)', playwright(chrome)],
  ];
}
