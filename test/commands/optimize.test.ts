/** `optimize`, recorded: firms and problems, rows of cases, and wrong questions. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record, file } = recorder('optimize');

const FIRM = 'alpha=0.34,beta=0.28,a=0.004,b=0.0016,omega=1e-5,delta=1e-21';
const AT = `--set ${FIRM},gamma=-0.1,E=1e18`;
const LOSS = 'A=406.4,B=410.7,alpha=0.34,beta=0.28,L_inf=1.69';

test('help', () => record('help', ['optimize --help']));

test('one firm', () =>
  record('firm', [
    `optimize ${AT}`,
    `optimize ${AT} --hold rho`,
    `optimize ${AT} --format json`,
    `optimize --set ${FIRM},gamma=-0.5,E=1e24`,
    `optimize --set ${FIRM},gamma=-0.1,E=1e10`,
    `optimize --set ${FIRM},gamma=-0.1,E=1e10 --format json`,
    `optimize --set ${FIRM},gamma=0,E=2*10^18`,
    `optimize data-bound ${AT},D=1e12`,
    `optimize data-bound ${AT},D=1e30 --format json`,
    `optimize fixed-demand ${AT},T=1e16`,
    `optimize cournot ${AT},m=3`,
    `optimize data-cost ${AT},c_d=1e-6`,
    `optimize ces-quality ${AT},r=1`,
    `optimize --with cournot:m=2 --with ces-quality:r=1 ${AT}`,
    'optimize --model docs/models/log-power.json',
    'optimize --model docs/models/closing-gap.json',
    'optimize --model docs/models/oligopoly.json --format json',
  ]));

test('problems', () =>
  record('problems', [
    `optimize compute-optimal --set ${LOSS},C=5.76e23`,
    `optimize compute-optimal --set ${LOSS},C=5.76e23 --format json`,
    `optimize loss-target --set ${LOSS},loss=2`,
    `optimize loss-target --set ${LOSS},loss=1.69`,
    `optimize loss-target --set ${LOSS},loss=1.6 --format json`,
    `optimize inference-adjusted --set ${LOSS},loss=2,t=1e13`,
    'optimize --model docs/models/cobb-douglas.json',
    `optimize compute-optimal --set ${LOSS},C=5.76e23 --out around.svg`,
    `optimize --set ${FIRM},gamma=-0.1 --format svg`,
    `optimize ${AT} --format svg`,
  ]));

test('rows', () => {
  const params = {
    alpha: 0.34,
    beta: 0.28,
    a: 0.004,
    b: 0.0016,
    gamma: -0.1,
    omega: 1e-5,
    delta: 1e-21,
    E: 1e18,
  };
  file('rows.json', [
    { params },
    { params: { ...params, E: -1 } },
    { params: { ...params, variant: 'data-bound', D: 1e12 }, note: 'ignored' },
    { params: { ...params, variant: 'data-bond', D: 1e12 } },
    { params: { ...params, variant: 3 } },
    { params: { ...params, E: '1e18' } },
    { params: { ...params, extra: 1 } },
    { params: [1] },
    { params: {} },
    7,
    {},
  ]);
  file(
    'lines.jsonl',
    `${JSON.stringify({ params })}\nnot json\n\n${JSON.stringify({ params: { ...params, E: 1e12 } })}\n`,
  );
  file('one.json', { params });
  file('empty.json', ' \n');
  file('none.json', []);
  file('prose.json', 'alpha is 0.3');
  file('cut.json', '[{"params": {');
  return record('rows', [
    'optimize --cases rows.json',
    'optimize --cases rows.json --format json --out answers.json',
    'optimize --cases lines.jsonl',
    'optimize --cases one.json --hold rho --format json',
    'optimize --cases empty.json',
    'optimize --cases none.json',
    'optimize --cases prose.json',
    'optimize --cases cut.json',
    'optimize --cases nowhere.json',
    'optimize --cases .',
    'optimize --cases one.json --set E=1',
    'optimize --cases one.json --format svg',
    'optimize cournot --cases one.json',
    'optimize --with cournot:m=3 --cases one.json',
  ]);
});

test('wrong questions', () =>
  record('wrong', [
    'optimize',
    'optimize --format json',
    `optimize --set ${FIRM},gamma=-0.1`,
    `optimize ${AT},D=1e12`,
    `optimize --hold c ${AT}`,
    `optimize compute-optimal --set ${LOSS}`,
    `optimize compute-optimal --hold rho --set ${LOSS},C=1e20`,
    `optimize cournot ${AT},m=2.5`,
    `optimize --set ${FIRM.replace('alpha=0.34', 'alpha=1.2')},gamma=-1,E=1e18`,
    `optimize --set ${FIRM.replace('alpha=0.34', 'alpha=0')},gamma=-1,E=1e18`,
    `optimize --format md ${AT}`,
  ]));
