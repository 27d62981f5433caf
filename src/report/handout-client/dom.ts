// Elements without markup: texts are always text, so no name in the data can become an element or a script.

type Attributes = Readonly<Record<string, string | number | boolean | (() => void)>>;
type Child = Node | string;

function fill<E extends Element>(
  element: E,
  attributes: Attributes,
  children: readonly Child[],
): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** A function among the attributes is a listener of that event. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** Text with **strong** parts. */
export function richText(text: string): readonly Child[] {
  return text
    .split('**')
    .map((part, at) => (at % 2 === 1 ? el('strong', {}, [part]) : part))
    .filter((part) => part !== '');
}
