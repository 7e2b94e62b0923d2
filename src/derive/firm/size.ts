/**
 * Bounds on size at an optimum. Training costs something at the margin, so what one parameter more earns exceeds what it
 * costs to serve; solved for n where that is one power against another.
 */
import type { Model } from '../../economics/model.ts';
import { callsOf } from '../../kernel/calls.ts';
import { elasticity } from '../../kernel/differentiate.ts';
import { expandDeformedLogs, tidy } from '../../kernel/normal/equal.ts';
import { printText } from '../../kernel/print-text.ts';
import { divide, multiply, power, type Term } from '../../kernel/term.ts';
import { solveInequality } from '../../solve/inequality.ts';
import { solve } from '../../solve/solve.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation, gap, relation } from '../relation.ts';
import { follows } from '../vouch.ts';
import { conditions } from './conditions.ts';
import { dependsOn, type Firm } from './firm.ts';
import { leaderOf } from './ray.ts';
import { aboutModel, assumeSold, type Note, slopeOf, sym, whyNot } from './write.ts';

const openIn = (value: Term, arg: Argument): Term => arg.opened(value, 'n');

/** The bound that the inequality puts on n, where it is one power of n against another. */
function boundOf(arg: Argument, line: Line): Term | null {
  const outcome = solveInequality(openIn(line.left, arg), openIn(line.right, arg), 'n', arg.context);
  return outcome.kind === 'solved' && outcome.relation === '<' ? outcome.bound : null;
}

/** Gain > cost of serving, from the condition and the sign of what else one parameter costs. */
function gainOverService(arg: Argument, firm: Firm, first: Line): Line | null {
  const service = slopeOf(firm.inference, 'n', arg, firm);
  const dearer = relation(service, '<', first.right);
  if (!follows(dearer, arg.context)) return null;
  const below = arg.sign('Training costs something at the margin too.', dearer, [first]);
  return arg.replace('What is spent is what is gained.', below, first, relation(service, '<', first.left));
}

/**
 * Size given data and sales, exactly: gain over the cost of serving is one power of n, and that power of n over the bound is
 * what all costs at the margin are to those of serving.
 */
function identity(arg: Argument, firm: Firm, first: Line, bound: Line, note: Note): void {
  const { letters, inference } = firm;
  arg.define(letters.n_1, bound.right, 'A letter for the bound.');
  if (solve(openIn(gap(first), arg), 'n', arg.context).kind !== 'solved') return;
  const service = slopeOf(inference, 'n', arg, firm);
  const exponent = elasticity(divide(first.left, service), 'n', arg.context);
  const ratio = tidy(divide(first.right, service), arg.context);
  const written = multiply(sym(letters.n_1), power(ratio, divide(1, exponent)));
  note(
    'identity',
    'Size, exactly, given data and sales',
    arg.solve('The condition solved for n, d and t given.', first, 'n', { written }),
  );
}

/** How adoption must respond to size at an optimum, the cost of serving taken from the condition in t; null where t stays. */
function response(arg: Argument, firm: Firm, over: Line, sales: Line): Line | null {
  const revenue = slopeOf(firm.revenue, firm.letters.f.name, arg, firm);
  const perSize = tidy(divide(multiply(sales.left, 't'), 'n'), arg.context);
  const least = tidy(divide(multiply(perSize, 'n'), revenue), arg.context);
  const isService = follows(equation(multiply(sales.right, 't'), multiply(over.left, 'n')), arg.context);
  if (!isService || dependsOn(least, 't', 'd', 'n')) return null;
  const served = arg.scale(
    'The condition in t, times t/n.',
    sales,
    divide('t', 'n'),
    equation(perSize, over.left),
  );
  const words = 'What serving costs is what the last sale earns.';
  const priced = arg.replace(words, over, served, relation(perSize, '<', over.right));
  const slope = tidy(divide(multiply('n', over.right), revenue), arg.context);
  return arg.scale(
    'Divided by what adoption is worth: sales and E drop out.',
    priced,
    divide('n', revenue),
    relation(least, '<', slope),
  );
}

/** Where adoption is a deformed logarithm, the response as a bound on size, shape by shape. */
function responseBound(arg: Argument, { letters }: Firm, line: Line, note: Note): void {
  const adoption = openIn(sym(letters.f), arg);
  const shape = callsOf(adoption, ['deformed_log'])[0]?.args[1];
  if (!shape || dependsOn(shape, 'n')) return;
  for (const [sign, name] of [
    ['>', 'positive'],
    ['<', 'negative'],
  ] as const) {
    arg.inCase(`Suppose ${printText(shape)} ${sign} 0.`, relation(shape, sign, 0), () => {
      const written = expandDeformedLogs(adoption, arg.context);
      const explicit = arg.identity('Adoption written out.', sym(letters.f), written);
      const whole = arg.substitute('Put in.', line, explicit);
      if (!boundOf(arg, whole)) return;
      const bound = arg.solveInequality('Solved for n: size stays below, whatever E is.', whole, 'n');
      note(`response-${name}`, 'Upper bound on size, whatever E is', bound);
    });
  }
}

export const explicitBound = (model: Model): readonly Derivation[] =>
  aboutModel(
    model,
    {
      id: 'explicit-bound',
      title: 'Bounds on size, for every E',
      statement:
        'At an optimum one parameter more earns more than it costs to serve, for training costs something too. Where that is one power of n against another it bounds size, without asymptotics.',
      uses: ['conditions'],
      from: conditions(model),
    },
    (arg, firm, note) => {
      const source = conditions(model)[firm.index] as Derivation;
      if (leaderOf(source) !== 'n') {
        whyNot(arg, note, 'No bound: size does not lead along a ray here.');
        return;
      }
      assumeSold(arg, firm);
      const first = arg.cite('At an optimum.', source, 'first-order-n');
      const over = gainOverService(arg, firm, first);
      if (!over) {
        whyNot(arg, note, 'No bound: what training costs at the margin is not known to be positive.');
        return;
      }
      note('gain', 'What one parameter earns exceeds what it costs to serve', over);
      if (boundOf(arg, over)) {
        const bound = arg.solveInequality('Solved for n.', over, 'n');
        const given = dependsOn(bound.right, 't') ? ', given sales' : ', for every E';
        note('bound', `Upper bound on size${given}`, bound);
        identity(arg, firm, first, bound, note);
      } else {
        whyNot(
          arg,
          note,
          'No upper bound: the inequality is not one power of n against another from which n < something follows.',
        );
      }
      if (!model.variables.includes('t')) return;
      const line = response(arg, firm, over, arg.cite('The condition in t.', source, 'first-order-t'));
      if (!line) return;
      note('response', 'How adoption responds to size at an optimum', line);
      responseBound(arg, firm, line, note);
    },
  );
