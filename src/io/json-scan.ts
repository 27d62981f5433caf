// One pass over JSON text before it is parsed: how deep it nests and how many positions it may hold, so that a file that
// would take all memory is refused while it is still text.
import { LimitPassed, MOST_NESTING, VertexCount } from './limits';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Place after the string that begins at `at`. */
function stringEnd(text: string, at: number): number {
  let end = at + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    end += 1;
    if (slashes % 2 === 0) return end;
  }
}

function isNumberStart(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function startsNumber(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return isNumberStart(text.charCodeAt(at));
}

/** @throws LimitPassed for more than 200 levels or 10 million lists of numbers. */
export function scanJson(text: string): void {
  const vertices = new VertexCount();
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at) - 1;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > MOST_NESTING) throw new LimitPassed('JSON 嵌套超过 200 层');
      if (code === OPEN_LIST && startsNumber(text, at + 1)) vertices.add(1);
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
  }
}
