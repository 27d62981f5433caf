// UTF-8 and JSON with the place of the first error. JSON.parse is tried first; only when it fails does a small
// recursive-descent scan find the offset, because engines word and place their own messages differently.
import { type Parsed, MEND_REPLACE_PACK, problemAt } from './pack-problem';

/** Bytes → text; a byte sequence that is not UTF-8 is a problem, not a replacement character. */
export function decodeUtf8(file: string, bytes: Uint8Array): Parsed<string | null> {
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const what = '不是有效的 UTF-8 文本。';
    const mend = '请用 UTF-8 编码另存该文件。';
    return { value: null, problems: [problemAt('error', 'pack-not-utf8', { file }, what, mend)] };
  }
}

/** Bytes → JSON value; `undefined` with one problem that names line and column when the syntax is broken. */
export function parseJson(file: string, bytes: Uint8Array): Parsed<unknown> {
  const text = decodeUtf8(file, bytes);
  if (text.value === null) return { value: undefined, problems: text.problems };
  try {
    return { value: JSON.parse(text.value) as unknown, problems: [] };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { value: undefined, problems: [syntaxProblem(file, text.value)] };
  }
}

function syntaxProblem(file: string, text: string) {
  const offset = firstSyntaxError(text);
  if (offset >= text.trimEnd().length) {
    const what = 'JSON 不完整，文件在中途结束。';
    return problemAt('error', 'pack-bad-json', { file }, what, MEND_REPLACE_PACK);
  }
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const found = text.slice(offset, offset + 12).split('\n', 1)[0] ?? '';
  const what = `JSON 语法错误，在第 ${line} 行第 ${column} 个字符处遇到「${found}」。`;
  return problemAt('error', 'pack-bad-json', { file }, what, MEND_REPLACE_PACK);
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** Offset of the first character that cannot belong to a JSON text; `text.length` when it ends too early. */
function firstSyntaxError(text: string): number {
  let at = 0;
  const closers: string[] = [];
  let expectsValue = true;

  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const take = (character: string): boolean => {
    skip(SPACE);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const takeKey = (): boolean => {
    skip(SPACE);
    return text[at] === '"' && skip(SCALAR) && take(':');
  };
  const close = (): void => {
    closers.pop();
    expectsValue = false;
  };

  for (;;) {
    skip(SPACE);
    if (expectsValue) {
      if (take('{')) {
        closers.push('}');
        if (take('}')) close();
        else if (!takeKey()) return at;
      } else if (take('[')) {
        closers.push(']');
        if (take(']')) close();
      } else if (skip(SCALAR)) expectsValue = false;
      else return at;
    } else {
      const closer = closers.at(-1);
      if (closer === undefined) return at;
      if (take(closer)) close();
      else if (!take(',')) return at;
      else if (closer === '}' && !takeKey()) return at;
      else expectsValue = true;
    }
  }
}
