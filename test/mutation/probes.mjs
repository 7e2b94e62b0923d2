/** Source texts that tell when the places of mutants are reached. */
import ts from 'typescript';

/** The smallest node from one offset to another. */
function nodeAt(source, start, end) {
  let found = source;
  const visit = (node) => {
    if (node.getStart(source) > start || node.end < end) return;
    found = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
}

/** Whether a node is what another is called on, read from or tagged with: it cannot stand in brackets by itself without changing that. */
const isHead = (node, parent) =>
  ((ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCallExpression(parent) ||
    ts.isNewExpression(parent) ||
    ts.isNonNullExpression(parent)) &&
    parent.expression === node) ||
  ts.isTaggedTemplateExpression(parent) ||
  ts.isSpreadElement(node) ||
  (ts.isDeleteExpression(parent) && parent.expression === node);

const ASSIGNMENTS = [ts.SyntaxKind.FirstAssignment, ts.SyntaxKind.LastAssignment];

/** Whether a node is written to. */
const isTarget = (node, parent) =>
  ts.isPrefixUnaryExpression(parent) ||
  ts.isPostfixUnaryExpression(parent) ||
  (ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind >= ASSIGNMENTS[0] &&
    parent.operatorToken.kind <= ASSIGNMENTS[1]);

const isWrapped = (node) =>
  ts.isExpression(node) && !isHead(node, node.parent) && !isTarget(node, node.parent);

/** Where something must be put in so that it runs when a node is reached: `[offset, text before it, text after the end of the node]`. */
function placeOf(source, node, call) {
  if (ts.isBlock(node)) return { start: node.getStart(source) + 1, before: ` ${call};` };
  if (ts.isCaseClause(node) || ts.isDefaultClause(node)) {
    const [first] = node.statements;
    return first ? { start: first.getStart(source), before: `${call}; ` } : null;
  }
  if (isWrapped(node)) return { start: node.getStart(source), before: `(${call}, `, end: node.end };
  return node.parent === undefined ? null : placeOf(source, node.parent, call);
}

/**
 * The text of a source in which the place of each mutant tells when it is reached, by `globalThis.placeIsReached?.("number")`, and the
 * numbers of those for which no place was found. `mutants` are `{ start, end, number }`.
 */
export function probed(text, mutants) {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const [puts, without] = [[], []];
  for (const { start, end, number } of mutants) {
    const node = nodeAt(source, start, end);
    const place = placeOf(source, node, `globalThis.placeIsReached?.("${number}")`);
    if (place) puts.push(place);
    else without.push(number);
  }
  return { text: withAll(text, puts), without };
}

/** A text with everything put in: of what begins at one place the longer first, of what ends at one place the shorter first. */
function withAll(text, puts) {
  const opening = puts.map(({ start, before, end }) => ({ at: start, put: before, far: end ?? start }));
  const closing = puts
    .filter(({ end }) => end !== undefined)
    .map(({ start, end }) => ({ at: end, put: ')', far: start }));
  const order = [
    ...closing.map((one) => ({ ...one, rank: 0 })),
    ...opening.map((one) => ({ ...one, rank: 1 })),
  ].sort((x, y) => x.at - y.at || x.rank - y.rank || y.far - x.far);
  let [made, last] = ['', 0];
  for (const { at, put } of order) {
    made += text.slice(last, at) + put;
    last = at;
  }
  return made + text.slice(last);
}
