// `npm test`: set-up, then every gate; a failing gate does not stop the next ones. The last line is
// "N passed, N failed" over all of them. `npm test -- --only=lint,unit` runs some gates.
import { join } from 'node:path';
import { ensureChrome } from './chrome.mjs';
import { gates } from './gates.mjs';
import { ensurePackages, requireNode } from './packages.mjs';

const ROOT = join(import.meta.dirname, '..');

function wantedGates(chrome) {
  const only = process.argv.find((argument) => argument.startsWith('--only='));
  const names = only?.slice('--only='.length).split(',');
  return gates(chrome).filter(([name]) => !names || names.includes(name));
}

/** These only read the sources, and most are one thread: together they take half of the time on two processors. */
const AT_ONCE = ['types', 'lint', 'format', 'imports', 'sizes', 'unused'];

async function resultOf(gate) {
  const began = performance.now();
  const result = await gate().catch((error) => ({
    passed: 0,
    failed: 1,
    lines: [error.stack ?? String(error)],
  }));
  return { ...result, seconds: ((performance.now() - began) / 1000).toFixed(1) };
}

async function runGate(title, result) {
  console.log(`\n== ${title}`);
  const { passed, failed, lines, seconds } = await result();
  for (const line of lines) console.log(`   ${line}`);
  console.log(
    `   ${failed === 0 ? 'ok' : 'FAILED'}: ${passed} passed, ${failed} failed, ${seconds} s`,
  );
  return { passed, failed };
}

async function main() {
  requireNode();
  let passed = 0;
  let failed = 0;
  const failedTitles = [];
  try {
    console.log('== Set-up');
    ensurePackages(ROOT);
    const chrome = ensureChrome();
    console.log(`   browser: ${chrome}`);
    const wanted = wantedGates(chrome);
    const begun = new Map(
      wanted
        .filter(([name]) => AT_ONCE.includes(name))
        .map(([name, , gate]) => [name, resultOf(gate)]),
    );
    for (const [name, title, gate] of wanted) {
      const result = await runGate(title, () => begun.get(name) ?? resultOf(gate));
      passed += result.passed;
      failed += result.failed;
      if (result.failed > 0) failedTitles.push(title);
    }
  } catch (error) {
    failed += 1;
    console.log(error.message);
  }
  if (failedTitles.length > 0) console.log(`\nFailed: ${failedTitles.join('; ')}`);
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}

await main();
