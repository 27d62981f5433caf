// Sizes that keep code readable: file <= 400 lines, function <= 80, React component or hook-bearing
// component <= 200. Tests apart; tables of data are exempt by file name (`*.table.ts`).
// A component is a function in a .tsx file whose name starts with a capital (also inside memo/forwardRef).
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { filesUnder, isMain } from './files.mjs';

const FILE_LINES = 400;
const FUNCTION_LINES = 80;
const COMPONENT_LINES = 200;
const FOLDERS = ['src', 'geodata/build', '.ci'];

function nameOf(node) {
  if (node.name) return node.name.getText();
  let parent = node.parent;
  while (parent && ts.isCallExpression(parent)) parent = parent.parent; // memo(function …)
  return parent?.name ? parent.name.getText() : '(anonymous)';
}

function functionFaults(source, file) {
  const faults = [];
  const line = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const first = line(node.getStart());
      const lines = line(node.end) - first + 1;
      const name = nameOf(node);
      const component = file.endsWith('.tsx') && /^[A-Z]/.test(name);
      const limit = component ? COMPONENT_LINES : FUNCTION_LINES;
      if (lines > limit) faults.push(`${file}:${first} ${name}: ${lines} lines, limit ${limit}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** One line of text for each file, function or component over its limit. */
export function sizeFaults(root) {
  return FOLDERS.flatMap((folder) => filesUnder(join(root, folder)))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.table.ts'))
    .flatMap((path) => {
      const file = relative(root, path);
      const text = readFileSync(path, 'utf8');
      const lines = text.trimEnd().split('\n').length;
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      const tooLong = lines > FILE_LINES ? [`${file}: ${lines} lines, limit ${FILE_LINES}`] : [];
      return [...tooLong, ...functionFaults(source, file)];
    });
}

if (isMain(import.meta.filename)) {
  const faults = sizeFaults(join(import.meta.dirname, '..'));
  console.log(
    faults.length === 0 ? 'every file, function and component within its limit' : faults.join('\n'),
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
