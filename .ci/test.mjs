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

async function runGate(title, gate) {
  const began = Date.now();
  console.log(`\n== ${title}`);
  let result;
  try {
    result = await gate();
  } catch (error) {
    result = { passed: 0, failed: 1, lines: [error.stack ?? String(error)] };
  }
  for (const line of result.lines) console.log(`   ${line}`);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    `   ${result.failed === 0 ? 'ok' : 'FAILED'}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`,
  );
  return result;
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
    for (const [, title, gate] of wantedGates(chrome)) {
      const result = await runGate(title, gate);
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
