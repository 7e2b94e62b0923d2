/** The inferences of an argument: what each records, and that it stops, with a sentence, where the engine cannot vouch for it. */
import { describe, expect, test } from 'vitest';
import { Argument, type Line } from '../../src/derive/argument.ts';
import { text } from '../../src/derive/notebook.ts';
import { isKnown, isRefuted, sameFact } from '../../src/derive/vouch.ts';
import { POSITIVE } from '../../src/kernel/symbols.ts';
import { derivationText } from '../support/derivation-text.ts';
import { expectGolden } from '../support/goldens.ts';
import { CONTEXT, orSentence, read } from '../support/terms.ts';

const fresh = (): Argument => new Argument(CONTEXT);
const stated = (arg: Argument, source: string): Line => arg.model('as stated', arg.relation(source));

const HEAD = {
  id: 'test',
  title: 'test',
  statement: 'test',
  source: 'test',
  variant: 'test',
  parameters: [],
  onePoint: false,
  uses: [],
};

interface Case {
  /** What is written after 'so', the words of the step in question. */
  readonly write: (arg: Argument) => Line;
  /** The line found, or the sentence of the refusal. */
  readonly gives: string | RegExp;
}

/** The last step of an argument, as data. */
function lastOf(arg: Argument, line: Line) {
  const derivation = arg.finish(HEAD, []);
  const step = derivation.steps[line.step];
  if (!step) throw new Error('the line is no step');
  return { ...step, line: step.relation === null ? null : text(step.relation) };
}

const CASES: Readonly<Record<string, Case>> = {
  'a positive product with a positive factor': {
    write: (arg) => arg.positiveFactor('so', stated(arg, 'u*x = v'), read('u'), read('x')),
    gives: 'x > 0',
  },
  'a product of open sign': {
    write: (arg) => arg.positiveFactor('so', stated(arg, 'u*x = y'), read('u'), read('x')),
    gives: /the product is not known to be positive in the step "so"/,
  },
  'a product that is not the one named': {
    write: (arg) => arg.positiveFactor('so', stated(arg, 'u*x = v'), read('v'), read('x')),
    gives: /the product is not known to be positive/,
  },
  'an inequality in place of a product': {
    write: (arg) => arg.positiveFactor('so', stated(arg, 'u*x < v'), read('u'), read('x')),
    gives: /the product is not known to be positive/,
  },
  'a factor of open sign': {
    write: (arg) => arg.positiveFactor('so', stated(arg, 'y*x = v'), read('y'), read('x')),
    gives: /y is not known to be positive/,
  },
  'a square with a positive root': {
    write: (arg) => arg.squareRoot('so', stated(arg, 'u^2 = v'), 'u'),
    gives: 'u = v^(1/2)',
  },
  'a square with a root of open sign': {
    write: (arg) => arg.squareRoot('so', stated(arg, 'x^2 = v'), 'x'),
    gives: /x is not known to be positive and a root of x\^2/,
  },
  'no square': {
    write: (arg) => arg.squareRoot('so', stated(arg, 'u^3 = v'), 'u'),
    gives: /u is not known to be positive and a root of u\^3/,
  },
  'an inequality between squares': {
    write: (arg) => arg.squareRoot('so', stated(arg, 'u^2 < v'), 'u'),
    gives: /not known to be positive and a root/,
  },
  'a sign that follows': { write: (arg) => arg.sign('so', arg.relation('u + v > 0')), gives: 'u + v > 0' },
  'a sign that does not follow': {
    write: (arg) => arg.sign('so', arg.relation('u - v > 0')),
    gives: /the sign of u - v.* is not decided by the assumptions/,
  },
  'one side of an equation for the other': {
    write: (arg) =>
      arg.replace('so', stated(arg, 'x < y'), stated(arg, 'y = z + 1'), arg.relation('x < z + 1')),
    gives: 'x < z + 1',
  },
  'a replacement of something else': {
    write: (arg) =>
      arg.replace('so', stated(arg, 'x < y'), stated(arg, 'y = z + 1'), arg.relation('x < z + 2')),
    gives: /x < z \+ 2 does not follow/,
  },
  'a strict inequality from one that is not': {
    write: (arg) => arg.replace('so', stated(arg, 'x <= y'), stated(arg, 'y = z'), arg.relation('x < z')),
    gives: /x < z does not follow/,
  },
  'a replacement the wrong way round': {
    write: (arg) => arg.replace('so', stated(arg, 'x < y'), stated(arg, 'y = z'), arg.relation('x > z')),
    gives: /x > z does not follow/,
  },
  'two inequalities in a chain': {
    write: (arg) => arg.chain('so', stated(arg, 'x < u*n'), stated(arg, 'n < v'), arg.relation('x < u*v')),
    gives: 'x < u*v',
  },
  'a chain through a factor of open sign': {
    write: (arg) => arg.chain('so', stated(arg, 'x < y*n'), stated(arg, 'n < v'), arg.relation('x < y*v')),
    gives: /x < v\*y does not follow|x < y\*v does not follow/,
  },
  'a chain of another multiple': {
    write: (arg) => arg.chain('so', stated(arg, 'x < u*n'), stated(arg, 'n < v'), arg.relation('x < 2*u*v')),
    gives: /does not follow/,
  },
  'a chain with an inequality turned': {
    write: (arg) => arg.chain('so', stated(arg, 'x < u*n'), stated(arg, 'n > v'), arg.relation('x < u*v')),
    gives: /does not follow/,
  },
  'a chain about another letter': {
    write: (arg) => arg.chain('so', stated(arg, 'x < u*n'), stated(arg, 'n < v'), arg.relation('y < u*v')),
    gives: /does not follow/,
  },
  'an identity': {
    write: (arg) => arg.identity('so', read('(x + y)^2'), read('x^2 + 2*x*y + y^2')),
    gives: '(x + y)^2 = x^2 + 2*x*y + y^2',
  },
  'no identity': {
    write: (arg) => arg.identity('so', read('(x + y)^2'), read('x^2 + y^2')),
    gives: /is not known/,
  },
  'a letter that stands for nothing': {
    write: (arg) => arg.recall('so', 'x'),
    gives: /x stands for nothing/,
  },
  'sides written otherwise': {
    write: (arg) => arg.rewrite('so', stated(arg, 'x*(x + 1) < y'), { left: read('x^2 + x') }),
    gives: 'x^2 + x < y',
  },
  'a right side written wrongly': {
    write: (arg) => arg.rewrite('so', stated(arg, 'y = x*(x + 1)'), { right: read('x^2 + 1') }),
    gives: /are not the same/,
  },
  'an equation rearranged': {
    write: (arg) => arg.rearrange('so', stated(arg, 'x = u*y'), arg.relation('x/u = y')),
    gives: 'x/u = y',
  },
  'an equation with its sides exchanged': {
    write: (arg) => arg.rearrange('so', stated(arg, 'x = y'), arg.relation('y = x')),
    gives: 'y = x',
  },
  'an equation times what may be zero': {
    write: (arg) => arg.rearrange('so', stated(arg, 'x = y'), arg.relation('z*x = z*y')),
    gives: /is not x = y rearranged/,
  },
  'an inequality rearranged': {
    write: (arg) => arg.rearrange('so', stated(arg, 'x < u*y'), arg.relation('x/u = y')),
    gives: /rearranged/,
  },
  'an equation rearranged to an inequality': {
    write: (arg) => arg.rearrange('so', stated(arg, 'x = u*y'), arg.relation('x/u < y')),
    gives: /rearranged/,
  },
  'a sum of multiples': {
    write: (arg) =>
      arg.combine(
        'so',
        [
          [stated(arg, 'x = y'), read('2')],
          [stated(arg, 'y = z'), read('x')],
        ],
        arg.relation('2*x + x*y = 2*y + x*z'),
      ),
    gives: /^2\*x \+ x\*y = 2\*y \+ x\*z$/,
  },
  'another sum of multiples': {
    write: (arg) => arg.combine('so', [[stated(arg, 'x = y'), read('2')]], arg.relation('2*x = y')),
    gives: /2\*x = y does not follow/,
  },
  'a multiple of an inequality': {
    write: (arg) => arg.combine('so', [[stated(arg, 'x < y'), read('2')]], arg.relation('2*x = 2*y')),
    gives: /does not follow/,
  },
  'both sides times what is not zero': {
    write: (arg) => arg.scale('so', stated(arg, 'x = y'), read('-u'), arg.relation('-u*x = -u*y')),
    gives: '-u*x = -u*y',
  },
  'an inequality times what is positive': {
    write: (arg) => arg.scale('so', stated(arg, 'x < y'), read('u'), arg.relation('u*x < u*y')),
    gives: 'u*x < u*y',
  },
  'an inequality times what is negative': {
    write: (arg) => arg.scale('so', stated(arg, 'x < y'), read('-u'), arg.relation('-u*x < -u*y')),
    gives: /an inequality is scaled by a factor that is not known to be positive/,
  },
  'an equation times what may be zero, scaled': {
    write: (arg) => arg.scale('so', stated(arg, 'x = y'), read('z'), arg.relation('z*x = z*y')),
    gives: /the factor is not known to differ from zero/,
  },
  'an equation scaled to something else': {
    write: (arg) => arg.scale('so', stated(arg, 'x = y'), read('u'), arg.relation('u*x = v*y')),
    gives: /is not u times x = y/,
  },
  'an equation scaled to an inequality': {
    write: (arg) => arg.scale('so', stated(arg, 'x = y'), read('u'), arg.relation('u*x < u*y')),
    gives: /is not u times x = y/,
  },
  'a letter for what it equals': {
    write: (arg) => arg.substitute('so', stated(arg, 'x = y^2'), stated(arg, 'y = u + 1')),
    gives: 'x = (u + 1)^2',
  },
  'a letter for what it is below': {
    write: (arg) => arg.substitute('so', stated(arg, 'x = y^2'), stated(arg, 'y < u')),
    gives: /only a letter that equals something is replaced/,
  },
  'a term for what it equals': {
    write: (arg) => arg.substitute('so', stated(arg, 'x = y^2'), stated(arg, 'y^2 = u')),
    gives: /only a letter that equals something is replaced/,
  },
  'a sum of powers in all directions': {
    write: (arg) => arg.posynomial('so', read('u*n + d/n + v/d'), ['n', 'd']),
    gives: 'G = u*n + d/n + v/d',
  },
  'a sum of powers in one direction': {
    write: (arg) => arg.posynomial('so', read('u*n + v/n'), ['n', 'd']),
    gives: /./,
  },
  'a root': { write: (arg) => arg.solve('so', stated(arg, 'u*n = v'), 'n'), gives: 'n = v/u' },
  'a root, written wrongly': {
    write: (arg) => arg.solve('so', stated(arg, 'u*n = v'), 'n', { written: read('u/v') }),
    gives: /the root is .*, not u\/v/,
  },
  'a root of an inequality': {
    write: (arg) => arg.solve('so', stated(arg, 'u*n < v'), 'n'),
    gives: /only an equation, or one power to leading order, is solved/,
  },
  'a root to leading order': {
    write: (arg) => arg.solve('so', stated(arg, 'u*n^2 ~ v'), 'n'),
    gives: /^n ~ /,
  },
  'no root': {
    write: (arg) => arg.solve('so', stated(arg, 'u*n = -v'), 'n'),
    gives: /no solution: /,
  },
  'what no method solves': {
    write: (arg) => arg.solve('so', stated(arg, 'n^p + n = exp(n)'), 'n'),
    gives: /not solved; tried: /,
  },
  'what is left unsolved, with what was tried': {
    write: (arg) => arg.unsolved('so', stated(arg, 'n^p + n = exp(n)'), 'n'),
    gives: /= /,
  },
  'what need not be left unsolved': {
    write: (arg) => arg.unsolved('so', stated(arg, 'u*n = v'), 'n'),
    gives: /n is not open: the equation is solved/,
  },
  'a bound above': {
    write: (arg) => arg.solveInequality('so', stated(arg, 'u*n < v'), 'n'),
    gives: 'n < v/u',
  },
  'a bound below': {
    write: (arg) => arg.solveInequality('so', stated(arg, 'u*n > v'), 'n'),
    gives: 'n > v/u',
  },
  'a bound where the power falls': {
    write: (arg) => arg.solveInequality('so', stated(arg, 'u/n < v'), 'n'),
    gives: 'n > u/v',
  },
  'a bound from what is not strict': {
    write: (arg) => arg.solveInequality('so', stated(arg, 'u*n <= v'), 'n'),
    gives: /not a strict inequality/,
  },
  'a bound, written wrongly': {
    write: (arg) => arg.solveInequality('so', stated(arg, 'u*n < v'), 'n', read('u')),
    gives: /the bound is v\/u/,
  },
  'a bound of which the side is open': {
    write: (arg) => arg.solveInequality('so', stated(arg, 'n^s < v'), 'n'),
    gives: /not solved; tried: /,
  },
  'an exponential of what is negative': {
    write: (arg) => arg.decays('so', read('-u')),
    gives: 'exp(-u) < 1',
  },
  'an exponential of what is open': {
    write: (arg) => arg.decays('so', read('x')),
    gives: /x is not known to be negative/,
  },
  'the smaller of two': {
    write: (arg) => arg.resolveMinimum('so', read('u'), read('u + v'), read('min(u, u + v)')),
    gives: 'min(u, u + v) = u',
  },
  'the smaller of two that are one': {
    write: (arg) => arg.resolveMinimum('so', read('x + x'), read('2*x'), read('min(x + x, 2*x)')),
    gives: /= x \+ x$/,
  },
  'the smaller of two in open order': {
    write: (arg) => arg.resolveMinimum('so', read('u'), read('v'), read('min(u, v)')),
    gives: /u is not known to be the smaller/,
  },
  'minimum and maximum within a line': {
    write: (arg) =>
      arg.resolveWithin('so', stated(arg, 'x = min(u, u + v) + max(u, u + v)'), read('u'), read('u + v')),
    gives: 'x = u + u + v',
  },
  'minimum and maximum the other way round': {
    write: (arg) =>
      arg.resolveWithin('so', stated(arg, 'x = min(u + v, u)*max(u + v, u)'), read('u'), read('u + v')),
    gives: 'x = u*(u + v)',
  },
  'a minimum in open order within a line': {
    write: (arg) => arg.resolveWithin('so', stated(arg, 'x = min(u, v)'), read('u'), read('v')),
    gives: /u is not known to be the smaller/,
  },
  'a slope set to zero': {
    write: (arg) => arg.stationary('so', arg.differentiate('slope', stated(arg, 'y = x^2'), 'x', read('z'))),
    gives: '2*x = 0',
  },
  'anything else set to zero': {
    write: (arg) => arg.stationary('so', stated(arg, 'y = x^2')),
    gives: /only a derivative is set to zero/,
  },
  'a derivative': {
    write: (arg) => arg.differentiate('so', stated(arg, 'y = u*x^2'), 'x', read('z')),
    gives: 'z = 2*u*x',
  },
  'a derivative, written wrongly': {
    write: (arg) => arg.differentiate('so', stated(arg, 'y = u*x^2'), 'x', read('z'), read('u*x')),
    gives: /the derivative is .*, not u\*x/,
  },
  'an elasticity': {
    write: (arg) => arg.elasticity('so', stated(arg, 'y = v*u^p'), 'u', read('z')),
    gives: 'z = p',
  },
  'an elasticity, written wrongly': {
    write: (arg) => arg.elasticity('so', stated(arg, 'y = v*u^p'), 'u', read('z'), read('p + 1')),
    gives: /the elasticity is p/,
  },
  'a slope along an equation': {
    write: (arg) => arg.implicit('so', stated(arg, 'y = u^2'), 'y', 'u', read('z')),
    gives: 'z = 2*u',
  },
  'what rises, at a bound': {
    write: (arg) => arg.monotone('so', stated(arg, 'u < v'), arg.relation('y = 3*u + 1')),
    gives: 'y < 3*v + 1',
  },
  'what falls, at a bound': {
    write: (arg) => arg.monotone('so', stated(arg, 'u < v'), arg.relation('y = 1/u')),
    gives: /1\/u is not known to rise with u/,
  },
  'what rises, at an equation': {
    write: (arg) => arg.monotone('so', stated(arg, 'u = v'), arg.relation('y = 3*u')),
    gives: /not known to rise/,
  },
  'a bound on no letter': {
    write: (arg) => arg.monotone('so', stated(arg, '2*u < v'), arg.relation('y = 3*u')),
    gives: /the bound is not on a letter/,
  },
  'a limit': {
    write: (arg) => arg.limit('so', stated(arg, 'y = (1 - u^(-s))/s'), 's', 0),
    gives: 'y = ln(u)',
  },
  'what vanishes against the rest': {
    write: (arg) => arg.dominant('so', stated(arg, 'y = u*n^2 + v*n'), read('u*n^2'), 'n'),
    gives: 'y ~ u*n^2',
  },
  'what grows like the rest': {
    write: (arg) => arg.dominant('so', stated(arg, 'y = u*n^2 + v*n^2'), read('u*n^2'), 'n'),
    gives: /is not known to vanish against/,
  },
  'what outgrows the rest': {
    write: (arg) => arg.dominant('so', stated(arg, 'y = u*n^2 + v*n'), read('v*n'), 'n'),
    gives: /is not known to vanish against/,
  },
  'what is all there is': {
    write: (arg) => arg.dominant('so', stated(arg, 'y = u*n^2'), read('u*n*n'), 'n'),
    gives: 'y = u*n*n',
  },
  'a leading order in an equation between powers': {
    write: (arg) => arg.leading('so', stated(arg, 'y = u*n^2'), stated(arg, 'n ~ v')),
    gives: 'y ~ u*v^2',
  },
  'a leading order in a sum': {
    write: (arg) => arg.leading('so', stated(arg, 'y = u*n^2 + v'), stated(arg, 'n ~ v')),
    gives: /is not an equation between powers of n/,
  },
  'an equation in place of a leading order': {
    write: (arg) => arg.leading('so', stated(arg, 'y = u*n^2'), stated(arg, 'n = v')),
    gives: /is not an equation between powers of n/,
  },
  'a leading order of a term': {
    write: (arg) => arg.leading('so', stated(arg, 'y = u*n^2'), stated(arg, '2*n ~ v')),
    gives: /only a letter is replaced/,
  },
  'an assumption against another': {
    write: (arg) => arg.assume('so', arg.relation('u < 0')),
    gives: /u < 0 contradicts what is assumed/,
  },
};

test.each(Object.entries(CASES))('%s', (_, { write, gives }) => {
  const arg = fresh();
  const found = orSentence(() => text(write(arg)));
  if (typeof gives === 'string') expect(found).toBe(gives);
  else expect(found).toMatch(gives);
});

test('all that each records, or why it stops, as a file to be read', () => {
  const texts = Object.entries(CASES).map(([name, { write }]) => {
    const arg = fresh();
    const outcome = orSentence(() => {
      arg.result('so', 'what follows', write(arg));
      return derivationText(arg.finish(HEAD, []), CONTEXT.symbols);
    });
    return `== ${name}\n${outcome.replace(/^.*?(?=\n0 )/s, '')}`;
  });
  expectGolden('derivations/inferences.txt', texts.join('\n'));
});

test('what a step notes besides its line', () => {
  const arg = fresh();
  const first = stated(arg, 'x = y^p');
  const second = stated(arg, 'y = u');
  const noted = (line: Line) => {
    const { rule, words, from, method, puts, assumes, open } = lastOf(arg, line);
    return { rule, words, from, method, puts: puts.map(text), assumes: assumes.map(({ is }) => is), open };
  };
  const plain = { words: 'so', method: null, puts: [], assumes: [], open: null };
  expect(noted(arg.substitute('so', first, second))).toEqual({ ...plain, rule: 'substitute', from: [0, 1] });
  expect(noted(arg.substitute('so', first, arg.relation('y = v')))).toEqual({
    ...plain,
    rule: 'substitute',
    from: [0],
    puts: ['y = v'],
  });
  expect(noted(arg.therefore('so', [first, second]))).toEqual({ ...plain, rule: 'argument', from: [0, 1] });
  expect(noted(arg.differentiate('so', first, 'y', read('z')))).toMatchObject({
    rule: 'differentiate',
    from: [0],
    method: 'd/dy',
  });
  expect(noted(arg.elasticity('so', stated(arg, 'x = u^p'), 'u', read('z')))).toMatchObject({
    rule: 'differentiate',
    method: 'd ln/d ln u',
  });
  expect(noted(arg.implicit('so', stated(arg, 'x = u^2'), 'x', 'u', read('z')))).toMatchObject({
    rule: 'implicit',
    method: 'dx/du',
  });
  expect(noted(arg.implicit('so', stated(arg, 'v = u^2'), 'v', 'u', read('z'), read('u/v')))).toMatchObject({
    rule: 'implicit',
    method: 'd ln v/d ln u',
  });
  const open = arg.unsolved('so', stated(arg, 'n^p + n = exp(n)'), 'n');
  expect(noted(open)).toMatchObject({
    rule: 'unsolved',
    from: [open.step - 1],
    method: 'for n',
    open: { unknown: 'n', tried: expect.arrayContaining([expect.stringMatching(/./)]) },
  });
  expect(noted(arg.solve('so', stated(arg, 'u*n = v'), 'n'))).toMatchObject({ rule: 'solve', assumes: [] });
  expect(noted(arg.limit('so', stated(arg, 'x = u^s'), 's', 0))).toMatchObject({
    rule: 'limit',
    method: 's -> 0',
  });
  expect(noted(arg.dominant('so', stated(arg, 'x = n + 1'), read('n'), 'n'))).toMatchObject({
    rule: 'dominant',
    method: 'n grows',
  });
});

test('a root that needs a sign assumes it, and results carry it as their domain', () => {
  const arg = fresh();
  const line = arg.solve('so', stated(arg, 'u*n = x'), 'n');
  expect(lastOf(arg, line).assumes).toMatchObject([{ is: 'positive', because: 'n is positive' }]);
  expect(arg.assumptions).toHaveLength(1);
});

test('what is found may be used afterwards, and what is assumed in a case only there', () => {
  const later: Readonly<Record<string, (arg: Argument) => unknown>> = {
    'a positive factor': (arg) => arg.positiveFactor('first', stated(arg, 'u*x = v'), read('u'), read('x')),
    'a replacement': (arg) =>
      arg.replace('first', stated(arg, 'y < x'), stated(arg, 'y = 0'), arg.relation('0 < x')),
    'a bound': (arg) => arg.solveInequality('first', stated(arg, 'u*n > u*(1 - x)'), 'n'),
    'an assumption': (arg) => arg.assume('first', arg.relation('x > 0')),
  };
  const claim = { 'a bound': 'n + x > 1' } as Readonly<Record<string, string>>;
  for (const [name, first] of Object.entries(later)) {
    const arg = fresh();
    const wanted = arg.relation(claim[name] ?? 'x > 0');
    expect(
      orSentence(() => arg.sign('then', wanted)),
      name,
    ).toMatch(/is not decided/);
    first(arg);
    expect(
      orSentence(() => text(arg.sign('then', wanted))),
      name,
    ).toBe(text(wanted));
  }
  const arg = fresh();
  const inside = arg.inCase('where x is positive', arg.relation('x > 0'), () =>
    arg.sign('then', arg.relation('x + u > 0')),
  );
  expect(text(inside)).toBe('x + u > 0');
  expect(arg.assumptions).toEqual([]);
  expect(orSentence(() => arg.sign('then', arg.relation('x + u > 0')))).toMatch(/is not decided/);
});

describe('letters and results of others', () => {
  const letter = {
    name: 'w',
    tex: 'w',
    unit: '1',
    meaning: 'test',
    role: 'quantity',
    source: 'test',
  } as const;

  test('a letter is what it is declared to be', () => {
    const arg = fresh();
    const line = arg.define({ ...letter, domain: POSITIVE }, read('u + v'), 'let');
    expect(text(line)).toBe('w = u + v');
    expect(text(arg.recall('again', 'w'))).toBe('w = u + v');
    expect(orSentence(() => fresh().define({ ...letter, domain: POSITIVE }, read('x'), 'let'))).toMatch(
      /w is declared .*, which its definition is not known to be/,
    );
    const below = { upper: { at: { num: 0n, den: 1n }, open: true } };
    expect(orSentence(() => fresh().define({ ...letter, domain: below }, read('u'), 'let'))).toMatch(
      /not known/,
    );
    expect(orSentence(() => text(fresh().define({ ...letter, domain: below }, read('-u'), 'let')))).toBe(
      'w = -u',
    );
  });

  test('a promised result is named, and is cited only where its domain is assumed', () => {
    const head = { ...HEAD, id: 'source' };
    const arg = fresh();
    arg.assume('given', arg.relation('x > y'));
    arg.result('bound', 'a bound', arg.sign('so', arg.relation('x - y > 0')));
    expect(orSentence(() => arg.finish(head, ['bound', 'other']))).toMatch(
      /the result other is promised but not named/,
    );
    const source = arg.finish(head, ['bound']);
    expect(orSentence(() => fresh().cite('so', source, 'bound'))).toMatch(
      /bound of source needs .* positive, which is not assumed/,
    );
    const turned = fresh();
    turned.assume('given', turned.relation('u*x < u*y'));
    expect(orSentence(() => turned.cite('so', source, 'bound'))).toMatch(/which is not assumed/);
    const other = fresh();
    other.assume('given', other.relation('u*x > u*y'));
    const cited = other.cite('so', source, 'bound');
    expect(lastOf(other, cited)).toMatchObject({ rule: 'earlier', method: 'source: bound' });
  });
});

describe('what the engine vouches for', () => {
  const KINDS = ['positive', 'negative', 'zero', 'non-zero', 'non-negative', 'non-positive'] as const;
  /** Of each term, what is so and what is not so; of all else nothing is known. */
  const KNOWN: Readonly<Record<string, { so: readonly string[]; not: readonly string[] }>> = {
    u: { so: ['positive', 'non-negative', 'non-zero'], not: ['negative', 'non-positive', 'zero'] },
    '-u': { so: ['negative', 'non-positive', 'non-zero'], not: ['positive', 'non-negative', 'zero'] },
    'x - x': { so: ['zero', 'non-negative', 'non-positive'], not: ['positive', 'negative', 'non-zero'] },
    x0: { so: ['non-negative'], not: ['negative'] },
    '-x0': { so: ['non-positive'], not: ['positive'] },
    x: { so: [], not: [] },
  };

  test.each(Object.entries(KNOWN))('%s', (source, { so, not }) => {
    const facts = KINDS.map((is) => ({ term: read(source), is, because: 'test' }));
    expect(facts.filter((fact) => isKnown(fact, CONTEXT)).map(({ is }) => is)).toEqual(
      KINDS.filter((is) => so.includes(is)),
    );
    expect(facts.filter((fact) => isRefuted(fact, CONTEXT)).map(({ is }) => is)).toEqual(
      KINDS.filter((is) => not.includes(is)),
    );
  });

  test('two facts are one where the factor between them has the sign for it', () => {
    const fact = (source: string, is: (typeof KINDS)[number]) => ({
      term: read(source),
      is,
      because: 'test',
    });
    const same = (x: string, y: string, is: (typeof KINDS)[number]): boolean =>
      sameFact(fact(x, is), fact(y, is), CONTEXT);
    expect(same('x - y', 'u*(x - y)', 'positive')).toBe(true);
    expect(same('x - y', 'y - x', 'positive')).toBe(false);
    expect(same('x - y', 'y - x', 'zero')).toBe(true);
    expect(same('x - y', 'y - x', 'non-zero')).toBe(true);
    expect(same('x - y', 'z*(x - y)', 'zero')).toBe(false);
    expect(same('x', 'y', 'positive')).toBe(false);
    expect(sameFact(fact('x', 'positive'), fact('x', 'negative'), CONTEXT)).toBe(false);
  });
});
