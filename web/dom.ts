/** Elements made from data. Texts of users are only ever text. */
import katex from 'katex';

type Child = Node | string;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The element of the page with that id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}

/** A formula, which screen readers read as MathML. */
export function formula(tex: string, displayMode = false): HTMLElement {
  const made = element('span');
  katex.render(tex, made, { displayMode, throwOnError: false, strict: false, trust: false, maxExpand: 100 });
  return made;
}

/** An SVG from its text. */
export function drawing(svg: string): Node {
  return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
}

export function row(tag: 'td' | 'th', ...cells: readonly Child[]): HTMLTableRowElement {
  return element(
    'tr',
    {},
    ...cells.map((cell, i) => element(i === 0 ? 'th' : tag, i === 0 ? { scope: 'row' } : {}, cell)),
  );
}
