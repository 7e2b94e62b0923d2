/** Names that a model may give its letters, how they are set, and the sentence where one does not do. */
import { describe, expect, test } from 'vitest';
import { checkName, checkTex, isEngineLetter, texOfName } from '../../src/economics/model-file/names.ts';
import { orSentence } from '../support/terms.ts';

test.each([
  ['s', 's'],
  ['alpha', '\\alpha'],
  ['Omega', '\\Omega'],
  ['upsilon', '\\upsilon'],
  ['epsilon', '\\varepsilon'],
  ['phi', '\\varphi'],
  ['Alpha', '\\mathrm{Alpha}'],
  ['price', '\\mathrm{price}'],
  ['sigma_0', '\\sigma_{0}'],
  ['alpha2', '\\alpha_{2}'],
  ['x10', 'x_{10}'],
  ['x_10', 'x_{10}'],
  ['c_d', 'c_{d}'],
  ['tau_max', '\\tau_{\\mathrm{max}}'],
  ['a_b_c', 'a_{b,c}'],
  ['size_mu', '\\mathrm{size}_{\\mu}'],
  ['P1_x', '\\mathrm{P1}_{x}'],
  ['x_', 'x'],
  ['x__1', 'x_{1}'],
])('%s is set as %s', (name, tex) => {
  expect(texOfName(name)).toBe(tex);
});

const refusal = (name: string): string =>
  orSentence(() => {
    checkName(name, '/symbols/0');
    return 'taken';
  });

const AT = 'at /symbols/0/name: ';

describe('a name', () => {
  test.each([
    ['n', 'model parameters'],
    ['d', 'training tokens'],
    ['t', "inference tokens sold over the model's life"],
    ['q', 'quality'],
    ['f', 'adoption'],
    ['p', 'price'],
    ['t_others', 'what the other sellers sell'],
  ])('of the problem itself: %s', (name, meaning) => {
    expect(refusal(name)).toBe(`${AT}"${name}" is ${meaning} already; choose another name.`);
  });

  test.each([
    ...['pi', 'Lambda', 'lambda', 'mu', 'rho', 'profit', 'C_train', 'slope_f', 'phi', 'theta'],
    ...['M', 'R', 'G', 'S', 'C', 'I', 'B', 'X', 'ln_q', 'd_e', 'd_e1'],
    ...['f_2', 's_1', 'n_0', 'c_n', 'exp_d', 'pi_n', 'q_s', 'd_n', 'G_2', 'phi_2', 'mu_t', 'lambda_t'],
    ...['k_n', 'k_d', 'k_t', 'k_profit', 'k_C_train', 'profit_x', 'C_train_2', 'theta_1', 'M_1', 'ln_x'],
  ])('of the derivations: %s', (name) => {
    expect(isEngineLetter(name)).toBe(true);
    expect(refusal(name)).toBe(`${AT}"${name}" is a letter of the derivations; choose another name.`);
  });

  test.each([...['ln', 'exp', 'min', 'max', 'sqrt', 'log', 'deformed_log', 'lambert_w0', 'lambert_wm1']])(
    'of a function: %s',
    (name) => {
      expect(refusal(name)).toBe(`${AT}"${name}" is a function of the language; choose another name.`);
    },
  );

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('of every object: %s', (name) => {
    expect(refusal(name)).toBe(`${AT}"${name}" is a reserved word; choose another name.`);
  });

  test.each([
    ['a b', 'a b'],
    ['1x', '1x'],
    ['_x', '_x'],
    ['é', '?'],
    ['x-y', 'x-y'],
    ['', ''],
  ])('that is none: %j', (name, shown) => {
    expect(refusal(name)).toBe(`${AT}"${shown}" is no name; use letters, digits and _, a letter first.`);
  });

  test.each(['s', 'x', 'tau', 'P1', 'margin', 'k', 'k_x', 'kn', 'n0', 'fee_1', 'xmu', 'ab_n', 'x_M'])(
    'that is free: %s',
    (name) => {
      expect(isEngineLetter(name)).toBe(false);
      expect(refusal(name)).toBe('taken');
    },
  );
});

const tex = (text: string): string =>
  orSentence(() => {
    checkTex(text, '/symbols/0/tex');
    return 'taken';
  });

describe('LaTeX of a letter', () => {
  test.each([
    ...['x', 'X_0', '\\alpha', '\\alpha_{0}', "x'", 'x^{*}', 'R^*', 'A_{i,j}', 'x_{a}^{2}'],
    ...[
      '\\bar{x}',
      '\\hat{\\beta}',
      '\\tilde{q}_1',
      '\\mathrm{abc}',
      '\\mathcal{L}',
      '\\varepsilon',
      '\\ell',
    ],
    ...['x^{\\ast}', 'x_{\\star}', 'x^{\\prime}', '\\vartheta', '\\varrho', '\\varsigma', '\\mathit{xy}'],
  ])('is one: %s', (text) => {
    expect(tex(text)).toBe('taken');
  });

  test.each(['x+y', 'x y', '\\frac{1}{2}', '\\alphax', 'x;', '\\bar x', '\\', 'x\\\\', '\\input{a}', 'x$'])(
    'is more than one: %s',
    (text) => {
      expect(tex(text)).toBe(
        `at /symbols/0/tex: the LaTeX "${text}" holds more than a letter; use letters, Greek ones, _ ^ { }, \\bar, \\hat, \\tilde, \\mathrm.`,
      );
    },
  );

  test.each([
    ...[
      'x_',
      'x^',
      'x_{',
      'x}',
      'x_{}',
      'x__1',
      'x^_1',
      '\\bar',
      '\\hat',
      '\\tilde',
      '\\mathrm',
      '{x}',
      '1x',
    ],
    ...['_x', 'x}{', 'x}{y}', '', 'x_}'],
  ])('is not whole: %j', (text) => {
    expect(tex(text)).toBe(
      `at /symbols/0/tex: the LaTeX "${text}" is not whole; give every { its } and every _ and ^ something.`,
    );
  });
});
