/** Names and LaTeX that a file may give its letters: each rule where it decides, and every refusal word by word. */
import { describe, expect, it } from 'vitest';
import {
  checkName,
  checkPlainName,
  checkTex,
  isEngineLetter,
  texOfName,
} from '../../src/economics/model-file/names.ts';
import { OptimandError } from '../../src/kernel/issues.ts';

/** The place and the sentence of the refusal, null where there is none. */
function refusal(ask: () => void): readonly [string, string] | null {
  try {
    ask();
    return null;
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code !== 'model') throw error;
    return [error.issue.path, error.issue.says];
  }
}

const GREEK = [
  ...['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu'],
  ...['nu', 'xi', 'pi', 'rho', 'sigma', 'tau', 'upsilon', 'phi', 'chi', 'psi', 'omega'],
  ...['Gamma', 'Delta', 'Theta', 'Lambda', 'Xi', 'Pi', 'Sigma', 'Upsilon', 'Phi', 'Psi', 'Omega'],
];

describe('a name', () => {
  it.each([
    ['toString', '"toString" is a reserved word; choose another name.'],
    ['__proto__', '"__proto__" is a reserved word; choose another name.'],
    ['Infinity', '"Infinity" is a reserved word; choose another name.'],
    ['mod', '"mod" is a reserved word; choose another name.'],
    ['ln', '"ln" is a function of the language; choose another name.'],
    ['lambert_w0', '"lambert_w0" is a function of the language; choose another name.'],
    ['sqrt', '"sqrt" is a function of the language; choose another name.'],
    ['log', '"log" is a function of the language; choose another name.'],
    ['', '"" is no name; use letters, digits and _, a letter first.'],
    ['2x', '"2x" is no name; use letters, digits and _, a letter first.'],
    ['_x', '"_x" is no name; use letters, digits and _, a letter first.'],
    ['x y', '"x y" is no name; use letters, digits and _, a letter first.'],
    ['x-', '"x-" is no name; use letters, digits and _, a letter first.'],
    ['\u03b1\n~', '"??~" is no name; use letters, digits and _, a letter first.'],
  ])('of nothing: %j', (name, says) => {
    expect(refusal(() => checkPlainName(name, '/symbols/3'))).toEqual(['/symbols/3/name', says]);
    expect(refusal(() => checkName(name, '/symbols/3'))).toEqual(['/symbols/3/name', says]);
  });

  it.each([
    ['n', 'model parameters'],
    ['q', 'quality'],
    ['f', 'adoption'],
    ['p', 'price'],
    ['t_others', 'what the other sellers sell'],
  ])('of a firm’s own letter is free in a problem alone: %s', (name, what) => {
    expect(refusal(() => checkName(name, '/symbols/0'))).toEqual([
      '/symbols/0/name',
      `"${name}" is ${what} already; choose another name.`,
    ]);
    expect(refusal(() => checkPlainName(name, '/symbols/0'))).toBeNull();
  });

  it.each([
    ...['pi', 'Lambda', 'lambda', 'mu', 'rho', 'profit', 'C_train', 'slope_f', 'phi', 'theta'],
    ...['M', 'R', 'G', 'S', 'C', 'I', 'B', 'X', 'ln_q', 'd_e', 'd_e1', 'f_2', 's_1', 'n_0', 'd_n', 't_x'],
    ...['q_s', 'c_n', 'exp_d', 'pi_n', 'ln_K', 'mu_t', 'lambda_t', 'phi_2', 'theta_12', 'M_1', 'R_1', 'G_2'],
    ...['S_1', 'C_1', 'I_1', 'B_1', 'X_1', 'profit_0', 'C_train_0', 'k_n', 'k_d', 'k_t'],
    ...['k_profit', 'k_C_train'],
  ])('of the derivations is free in a problem alone: %s', (name) => {
    expect(isEngineLetter(name)).toBe(true);
    expect(refusal(() => checkName(name, ''))?.[1]).toBe(
      `"${name}" is a letter of the derivations; choose another name.`,
    );
    expect(refusal(() => checkPlainName(name, ''))).toBeNull();
  });

  it.each([
    'x',
    'A',
    'z9',
    'Total_cost',
    'k',
    'k_',
    'k_n2',
    'k_m',
    'xk_n',
    'xf_2',
    'f_',
    'ff',
    'c',
    'sigma',
    'E',
  ])('is free: %s', (name) => {
    expect(isEngineLetter(name)).toBe(false);
    expect(refusal(() => checkName(name, ''))).toBeNull();
  });
});

describe('the LaTeX of a name', () => {
  it.each<readonly [string, string]>([
    ['g', 'g'],
    ['margin', String.raw`\mathrm{margin}`],
    ['sigma_0', String.raw`\sigma_{0}`],
    ['sigma12', String.raw`\sigma_{12}`],
    ['p0', 'p_{0}'],
    ['c_data', String.raw`c_{\mathrm{data}}`],
    ['c_data_2', String.raw`c_{\mathrm{data},2}`],
    ['n_1_2', 'n_{1,2}'],
    ['a_phi', String.raw`a_{\varphi}`],
    ['x_', 'x'],
    ['x__y', 'x_{y}'],
    ['x_12', 'x_{12}'],
    ['x_1a', String.raw`x_{\mathrm{1a}}`],
    ['x_a1', String.raw`x_{\mathrm{a1}}`],
    // Digits within a word are no index.
    ['P1a', String.raw`\mathrm{P1a}`],
    ['P1a2', String.raw`\mathrm{P1a2}`],
    ['K2_b', String.raw`\mathrm{K2}_{b}`],
    ['epsilon', String.raw`\varepsilon`],
    ['phi', String.raw`\varphi`],
    ...GREEK.filter((name) => name !== 'epsilon' && name !== 'phi').map(
      (name) => [name, `\\${name}`] as const,
    ),
  ])('%s: %s', (name, tex) => {
    expect(texOfName(name)).toBe(tex);
    expect(refusal(() => checkTex(tex, ''))).toBeNull();
  });
});

describe('LaTeX of one’s own', () => {
  it.each([
    ...['g', 'g_1', 'G^{2}', 'c_{d,1}', "x'", 'x*', 'x^*', String.raw`x^{\ast}`, String.raw`x_{\star}`],
    ...[String.raw`\bar{x}`, String.raw`\hat{\alpha}_{0}`, String.raw`\tilde{x}`, String.raw`x^\prime`],
    ...[String.raw`\mathrm{in}_2`, String.raw`x_{\mathit{in}}`, String.raw`\mathcal{L}`, String.raw`\ell`],
    ...['varepsilon', 'varphi', 'vartheta', 'varrho', 'varsigma', ...GREEK].map((name) => `\\${name}_{1}`),
  ])('may be %s', (tex) => {
    expect(refusal(() => checkTex(tex, '/symbols/0/tex'))).toBeNull();
  });

  it.each([
    ...['a b', 'a+b', '$x$', 'x;', String.raw`\input{x}`, String.raw`\frac{a}{b}`, '\\', String.raw`x\\y`],
    ...[String.raw`\sinx`, String.raw`\alphabet`, String.raw`\bar x`, String.raw`x\,`, 'x\n'],
  ])('holds more than a letter: %j', (tex) => {
    expect(refusal(() => checkTex(tex, '/symbols/0/tex'))).toEqual([
      '/symbols/0/tex',
      `the LaTeX "${tex.replace('\n', '?')}" holds more than a letter; use letters, Greek ones, _ ^ { }, \\bar, \\hat, \\tilde, \\mathrm.`,
    ]);
  });

  it.each([
    ...[
      '',
      '2x',
      '_x',
      '^x',
      '{x}',
      "'x",
      '*',
      'x_',
      'x^',
      'x__1',
      'x_^2',
      'x^{y_}',
      'x_{}',
      'x_{1',
      'x}',
      'x}_{y',
    ],
    ...['bar', 'hat', 'tilde', 'mathrm', 'mathit', 'mathcal'].flatMap((name) => [`\\${name}`, `\\${name}_1`]),
    ...[String.raw`\mathrm1`, String.raw`\bar\alpha`],
  ])('is not whole: %j', (tex) => {
    expect(refusal(() => checkTex(tex, '/symbols/0/tex'))).toEqual([
      '/symbols/0/tex',
      `the LaTeX "${tex}" is not whole; give every { its } and every _ and ^ something.`,
    ]);
  });
});
