// XML as a stream of events, with no DOM, so that it runs in a worker and in Node at the cost of one pass. A subset on
// purpose: tags must nest, only the five predefined and numeric entities are known, and a DOCTYPE is refused, since it is
// the way to entity bombs and outside files.
import { LimitPassed, MOST_NESTING } from './limits';
import { BrokenFile } from './read-layers';

const MEND_ENTITIES = '请在原软件中重新导出，或删去文件开头的 DOCTYPE 声明。';

export interface XmlHandler {
  /** Names come without their namespace prefix. */
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function codePoint(printed: string): string {
  const code = /^#x/i.test(printed)
    ? Number.parseInt(printed.slice(2), 16)
    : Number.parseInt(printed.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x[\da-f]{1,8}|#\d{1,8}|amp|lt|gt|quot|apos);/gi, (_, name: string) =>
    name.startsWith('#') ? codePoint(name) : (ENTITIES[name.toLowerCase()] ?? ''),
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function isBlank(code: number): boolean {
  return code <= 0x20;
}

const EQUALS = 0x3d;
const COLON = 0x3a;

/** The attributes of one tag, a stretch of the whole text; read when asked for. */
export class XmlAttributes {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;

  constructor(text: string, from: number, to: number) {
    this.#text = text;
    this.#from = from;
    this.#to = to;
  }

  /** Value of the attribute with this local name (any prefix); undefined when there is none. */
  get(name: string): string | undefined {
    const [text, to] = [this.#text, this.#to];
    let at = this.#from;
    while (at < to) {
      let local = at;
      let code = text.charCodeAt(at);
      for (; at < to && code !== EQUALS && !isBlank(code); code = text.charCodeAt(++at)) {
        if (code === COLON) local = at + 1;
      }
      const end = at;
      while (at < to && isBlank(text.charCodeAt(at))) at += 1;
      // A word without a value, or the blank before a name.
      if (text.charCodeAt(at) !== EQUALS) continue;
      do at += 1;
      while (at < to && isBlank(text.charCodeAt(at)));
      const quote = text[at];
      if (quote !== '"' && quote !== "'") continue;
      const close = text.indexOf(quote, at + 1);
      if (close < 0 || close >= to) return undefined;
      if (end - local === name.length && text.startsWith(name, local)) {
        return decodeEntities(text.slice(at + 1, close));
      }
      at = close + 1;
    }
    return undefined;
  }
}

/** Place of the `>` that ends a tag; one inside quotes does not. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x3e) return at;
    if (char === 0x22 || char === 0x27) {
      at = text.indexOf(char === 0x22 ? '"' : "'", at + 1);
      if (at < 0) break;
    }
  }
  throw new BrokenFile('XML 不完整');
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new BrokenFile('XML 不完整');
  return at + mark.length;
}

class XmlReader {
  readonly #text: string;
  readonly #handler: XmlHandler;
  readonly #stack: string[] = [];
  #hasRoot = false;

  constructor(text: string, handler: XmlHandler) {
    this.#text = text;
    this.#handler = handler;
  }

  run(): void {
    let at = 0;
    for (;;) {
      const tag = this.#text.indexOf('<', at);
      if (tag !== at) {
        const between = this.#text.slice(at, tag < 0 ? this.#text.length : tag);
        if (this.#stack.length === 0) {
          if (between.trim() !== '') throw new BrokenFile('不是 XML');
        } else if (between !== '') this.#handler.text(decodeEntities(between));
      }
      if (tag < 0) break;
      at = this.#readMarkup(tag);
    }
    if (this.#stack.length > 0) throw new BrokenFile('XML 不完整');
    if (!this.#hasRoot) throw new BrokenFile('XML 是空的');
  }

  /** Reads what begins with `<` and gives where it ends. */
  #readMarkup(tag: number): number {
    const text = this.#text;
    const next = text[tag + 1];
    if (next === '?') return endOf(text, '?>', tag);
    if (next === '/') return this.#readClose(tag);
    if (next !== '!') return this.#readOpen(tag);
    if (text.startsWith('<!--', tag)) return endOf(text, '-->', tag + 4);
    if (text.startsWith('<![CDATA[', tag)) {
      const end = endOf(text, ']]>', tag);
      this.#handler.text(text.slice(tag + 9, end - 3));
      return end;
    }
    throw new LimitPassed('XML 里有 DOCTYPE 或实体声明，不安全', MEND_ENTITIES);
  }

  #readClose(tag: number): number {
    const end = endOf(this.#text, '>', tag);
    const open = this.#stack.pop();
    const isPlain =
      open !== undefined && end - tag === open.length + 3 && this.#text.startsWith(open, tag + 2);
    if (!isPlain && this.#text.slice(tag + 2, end - 1).trim() !== open) {
      throw new BrokenFile('XML 的标签没有成对');
    }
    this.#handler.close(localName(open ?? ''));
    return end;
  }

  #readOpen(tag: number): number {
    const text = this.#text;
    const end = tagEnd(text, tag + 1);
    const isEmpty = text[end - 1] === '/';
    const to = isEmpty ? end - 1 : end;
    let space = tag + 1;
    while (space < to && !isBlank(text.charCodeAt(space))) space += 1;
    const name = text.slice(tag + 1, space);
    if (name === '') throw new BrokenFile('XML 有错误');
    this.#hasRoot = true;
    if (this.#stack.length >= MOST_NESTING) throw new LimitPassed('XML 嵌套超过 200 层');
    const local = localName(name);
    this.#handler.open(local, new XmlAttributes(text, space, to));
    if (isEmpty) this.#handler.close(local);
    else this.#stack.push(name);
    return end + 1;
  }
}

/**
 * Tells `handler` every element and text in file order.
 * @throws BrokenFile when the text is not well-formed, LimitPassed for a DOCTYPE or over 200 levels.
 */
export function readXml(text: string, handler: XmlHandler): void {
  new XmlReader(text, handler).run();
}
