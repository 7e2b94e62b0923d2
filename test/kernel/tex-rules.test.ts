/** The rules by which LaTeX is laid out, each where it decides: what stands beside a fraction, where a bar turns into a solidus, which bracket grows. */
import { describe, expect, test } from 'vitest';
import { OptimandError } from '../../src/kernel/issues.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printTex, texWidth } from '../../src/kernel/print-tex.ts';
import { joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { add, multiply, power, symbol } from '../../src/kernel/term.ts';
import { LETTERS } from '../support/letters.ts';
import { CONTEXT, letter, read } from '../support/terms.ts';

const tex = (text: string): string => printTex(read(text), CONTEXT.symbols);

describe('numbers', () => {
  test.each([
    ['1/5', String.raw`\frac{1}{5}`],
    ['2*u/5', String.raw`\frac{2u}{5}`],
    ['1/3e8', String.raw`\frac{1}{3 \times 10^{8}}`],
    ['1/7e8', String.raw`\frac{1}{7 \times 10^{8}}`],
    ['1.0203e12', String.raw`1.0203 \times 10^{12}`],
    ['1234567e9', '1234567000000000'],
    ['123456e9', String.raw`1.23456 \times 10^{14}`],
    ['0.00000125', String.raw`1.25 \times 10^{-6}`],
    ['(10^9)^p', '(10^{9})^{p}'],
    ['0.05*u', '0.05u'],
    ['10.25*u', String.raw`\frac{41u}{4}`],
    ['10.05*u', '10.05u'],
    ['0*u', '0'],
    // Six places are written out, and a decimal takes the place of a fraction where five divides the denominator.
    ['0.000001*u', '0.000001u'],
    ['1.000001*u', '1.000001u'],
    ['1/8*u', String.raw`\frac{u}{8}`],
    ['3/40*u', '0.075u'],
  ])('%s: %s', (text, shown) => {
    expect(tex(text)).toBe(shown);
  });

  test.each([
    [{ n: '4' }, '2*n', String.raw`2 \cdot 4`],
    [{ n: '.5' }, '2*n', String.raw`2 \cdot .5`],
    [{ n: '4', d: '.5' }, 'n*d', String.raw`4 \cdot .5`],
    [{ n: String.raw`2 \times 3` }, 'n^2', String.raw`(2 \times 3)^{2}`],
    [{ n: '-3' }, 'a + n', 'a + (-3)'],
    [{ n: '3' }, 'n*d', '3d'],
  ])('%j put into %s: %s', (numbers, text, shown) => {
    expect(printTex(read(text), CONTEXT.symbols, { numbers: new Map(Object.entries(numbers)) })).toBe(shown);
  });
});

test('a number that divides stands before the letters that do, even zero', () => {
  expect(printTex(multiply(power('alpha', -1), power(0, -1)), LETTERS)).toBe(String.raw`\frac{1}{0\alpha}`);
});

test.each([
  [String.raw`\left(\frac{a}{b}\right)`, '(xab)'],
  [String.raw`\omega f - 10^{2}\,\quad q_{0}`, 'xf-102q0'],
  ['', ''],
])('%s is set about as wide as %j', (shown, alike) => {
  expect(texWidth(shown)).toBe(alike.length);
});

describe('order', () => {
  test.each([
    ['(u+v)^2*(u*v)^p', '(vu)^{p} (u + v)^{2}'],
    ['(u+v)^2*ln(u)^2', String.raw`(\ln u)^{2} (u + v)^{2}`],
    ['ln(p)^2*n', String.raw`n (\ln p)^{2}`],
    ['x^s*u^p', 'u^{p} x^{s}'],
    ['2*alpha+beta', String.raw`2\alpha + \beta`],
    ['alpha*beta+3*gamma', String.raw`3\gamma + \alpha\beta`],
    ['alpha*beta+ln(alpha)', String.raw`\ln \alpha + \alpha\beta`],
    ['alpha*(1+beta)+alpha', String.raw`\alpha + \alpha (1 + \beta)`],
    ['max(u,v)*n', String.raw`n \max(u, v)`],
    ['ln(u)*max(v,x)', String.raw`\max(v, x) \ln u`],
    // Sums of shape parameters ascend by degree, in which whole powers count and symbolic ones do not.
    ['alpha^2+beta', String.raw`\beta + \alpha^{2}`],
    ['alpha^3+alpha*beta', String.raw`\alpha\beta + \alpha^{3}`],
    ['beta+1/alpha', String.raw`\frac{1}{\alpha} + \beta`],
    ['alpha*gamma+alpha^beta', String.raw`\alpha^{\beta} + \alpha\gamma`],
  ])('%s: %s', (text, shown) => {
    expect(tex(text)).toBe(shown);
  });
});

describe('products and fractions', () => {
  test.each([
    ['2*q^(-gamma)/3', String.raw`\frac{2}{3 q^{\gamma}}`],
    ['q^(-gamma)/u', String.raw`\frac{1}{u q^{\gamma}}`],
    ['alpha*q^(-gamma)*(u+v)^(-gamma)', String.raw`\frac{\alpha}{q^{\gamma} (u + v)^{\gamma}}`],
    ['alpha*(u+v)^(-gamma)', String.raw`\alpha (u + v)^{-\gamma}`],
    ['u/(v^2*x)', String.raw`\frac{u}{v^{2} x}`],
    ['u/(v^p*x)', String.raw`\frac{u}{x v^{p}}`],
    ['u*(v*x^p)^(-1)', String.raw`\frac{u}{v x^{p}}`],
    ['(n*(1+u/v))^p', String.raw`\left(n \left(1 + \frac{u}{v}\right)\right)^{p}`],
    ['(x*(1+u/v)/n)^p', String.raw`\left(\frac{x}{n} \left(1 + \frac{u}{v}\right)\right)^{p}`],
    ['(1+ln(u)/v)/n', String.raw`\frac{1 + (\ln u)/v}{n}`],
    ['(1+2*ln(u)/v)/n', String.raw`\frac{1 + (2\ln u)/v}{n}`],
    ['(1+max(u,v)/x)/n', String.raw`\frac{1 + \max(u, v)/x}{n}`],
    ['max(u/v,1)^2', String.raw`\left(\max\left(\frac{u}{v}, 1\right)\right)^{2}`],
    ['exp(u/v)^2', '(e^{u/v})^{2}'],
    ['exp(-2)', String.raw`\frac{1}{e^{2}}`],
    ['ln(u^(1/2))', String.raw`\ln \sqrt{u}`],
    ['-(-u-v)', 'u + v'],
    ['(-u)^2', 'u^{2}'],
    ['x+(-u)^3', 'x - u^{3}'],
    ['x+(-u-v)^2', 'x + (u + v)^{2}'],
    ['(-u)^(-2)', String.raw`\frac{1}{u^{2}}`],
    ['u^(3/2)', 'u^{3/2}'],
    ['u^(1/3)', 'u^{1/3}'],
    ['ln(-2)', String.raw`\ln(-2)`],
    ['1/(v^p*x^s)', 'v^{-p} x^{-s}'],
    ['x*(u+v)/n', String.raw`\frac{x (u + v)}{n}`],
    ['x*(1+u/v)/n', String.raw`\frac{x}{n} \left(1 + \frac{u}{v}\right)`],
    ['(1+u/v)/n', String.raw`\frac{1 + u/v}{n}`],
    ['x*(1+u/v)^2/n', String.raw`\frac{x}{n} \left(1 + \frac{u}{v}\right)^{2}`],
    ['x*(u/v)^p/n', String.raw`\frac{x}{n} \left(\frac{u}{v}\right)^{p}`],
    ['x*ln(u/v)/n', String.raw`\frac{x \ln(u/v)}{n}`],
    ['x*(1+u/v)/(n*(1+y/z))', String.raw`\frac{x (1 + u/v)}{n (1 + y/z)}`],
    ['(x*(1+u/(1+v))/y)^p/n', String.raw`\frac{\left(x \left(1 + \frac{u}{1 + v}\right)/y\right)^{p}}{n}`],
  ])('%s: %s', (text, shown) => {
    expect(tex(text)).toBe(shown);
  });

  // Eleven characters wide may stand on top; twelve stand beside.
  test.each([
    ['x*(a*b+u*v+y*z+w)^(1/2)/n', String.raw`\frac{x \sqrt{ab + vu + zy + w}}{n}`],
    ['x*(a*b+u*v+y*z+w*d)^(1/2)/n', String.raw`\frac{x}{n} \sqrt{ab + vu + zy + wd}`],
    ['x*ln(a*b*u*w/(v*y*z*d*t))/n', String.raw`\frac{x \ln(abwu/(vzydt))}{n}`],
    ['x*ln(a*b*u*w*q/(v*y*z*d*t))/n', String.raw`\frac{x}{n} \ln \frac{abwuq}{vzydt}`],
    [
      'ln(a*b*u*w*q/(v*y*z*d*t))*(1+u/v)/n',
      String.raw`\frac{1}{n} \left(1 + \frac{u}{v}\right) \ln \frac{abwuq}{vzydt}`,
    ],
  ])('what is wide stands beside: %s: %s', (text, shown) => {
    expect(tex(text)).toBe(shown);
  });

  test.each([
    // A sum under the bar keeps its bar; then so do the others of its sum.
    ['(u/v+x/(y+1))/q', String.raw`\frac{\frac{u}{v} + \frac{x}{1 + y}}{q}`],
    ['(2*u/v+x/(y+1)+1)/q', String.raw`\frac{1 + \frac{2u}{v} + \frac{x}{1 + y}}{q}`],
    ['(1+u/v)/q', String.raw`\frac{1 + u/v}{q}`],
    // A solidus in an exponent is none of the line's: the summand with a bar stays as it is inside.
    [
      '(u^(p/s)+x*ln(a*b+u*v+x*y*z*d*t)/(y+1))/q',
      String.raw`\frac{u^{p/s} + \frac{x \ln(ab + vu + zxydt)}{1 + y}}{q}`,
    ],
  ])('fractions of one sum are set alike: %s: %s', (text, shown) => {
    expect(tex(text)).toBe(shown);
  });

  const sum = ['u', 'v', 'x', 'y', 'z', 'a', 'b', 'd', 't', 'q', 'f', 'E'];
  const scaled = (count: number): string => sum.map((name, i) => (i < count ? `2*${name}` : name)).join('+');
  test('inside a fraction, 48 characters of LaTeX stand over a solidus, 49 over a bar', () => {
    const [shorter, longer] = [tex(scaled(3)), tex(scaled(4))];
    expect([shorter.length, longer.length]).toEqual([48, 49]);
    expect(tex(`(1 + (${scaled(3)})/w)/n`)).toBe(String.raw`\frac{1 + (${shorter})/w}{n}`);
    expect(tex(`(1 + (${scaled(4)})/w)/n`)).toBe(String.raw`\frac{1 + \frac{${longer}}{w}}{n}`);
  });

  test.each([
    ['(1+u/(a*b*v*w*M*R*K*T*U*A*B*x*y*z))/n', 14, '/'],
    ['(1+u/(a*b*v*w*M*R*K*T*U*A*B*x*y*z*d))/n', 15, 'bar'],
    ['(1+u/v^(1+p+s+k+r+h))/n', 0, '/'],
  ])(
    'a product of 14 letters stands under a solidus in parentheses, of 15 under a bar: %s',
    (text, _, how) => {
      expect(tex(text).startsWith(String.raw`\frac{1 + u/`)).toBe(how === '/');
    },
  );
});

describe('letters', () => {
  const own = joinTables(
    LETTERS,
    symbolTable(
      ...Object.entries({
        Bracket: "(x')",
        Primed: "(a)'",
        Two: '(a)(b)',
        Of: 'x(t)',
        Function: 'g(n)',
        Hat: '\\hat\\alpha',
        Indexed: 'c_{\\delta}',
        Size: '|\\rho|',
        Epsilon: '\\epsilon',
        Curly: '\\varepsilon',
      }).map(([name, shown]) => ({ ...letter(name, {}), tex: shown })),
    ),
  );
  test.each([
    ['Bracket^2', "(x')^{2}"],
    ['Primed^2', "((a)')^{2}"],
    ['Two^2', '((a)(b))^{2}'],
    ['Of^2', '(x(t))^{2}'],
    ['Function*K*n', 'K n g(n)'],
    ['Hat*ln(K)', String.raw`\hat\alpha \ln K`],
    // Greek letters come before Latin constants; an index does not make one Greek.
    ['K*Indexed', String.raw`K c_{\delta}`],
    ['K*Size', String.raw`|\rho| K`],
    ['K*Epsilon', String.raw`\epsilon K`],
    ['K*Curly', String.raw`\varepsilon K`],
  ])('%s: %s', (text, shown) => {
    expect(printTex(parse(text, own), own)).toBe(shown);
  });

  test.each([multiply('nobody', 'n'), add('nobody', 1), symbol('nobody')])(
    'one that is not declared is refused, with those that are',
    (given) => {
      let issue: unknown;
      try {
        printTex(given, LETTERS);
      } catch (error) {
        if (error instanceof OptimandError) issue = error.issue;
      }
      expect(issue).toEqual({
        code: 'unknown-symbol',
        name: 'nobody',
        known: [...LETTERS.keys()],
        suggestion: null,
      });
    },
  );
});
