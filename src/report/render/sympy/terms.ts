/** Terms as Python text that SymPy reads. */
import type { FunctionName } from '../../../kernel/functions/names.ts';
import type { Term } from '../../../kernel/term.ts';

const CALLS: Readonly<Record<FunctionName, (args: readonly string[]) => string>> = {
  ln: ([x]) => `sp.log(${x})`,
  exp: ([x]) => `sp.exp(${x})`,
  min: (args) => `sp.Min(${args.join(', ')})`,
  max: (args) => `sp.Max(${args.join(', ')})`,
  deformed_log: (args) => `deformed_log(${args.join(', ')})`,
  lambert_w0: ([x]) => `sp.LambertW(${x}, 0)`,
  lambert_wm1: ([x]) => `sp.LambertW(${x}, -1)`,
};

/** The symbol of a name, which Python reads as an entry of a table, so that no name is a word of its own. */
const entry = (name: string): string => `v[${JSON.stringify(name)}]`;

/** The term, every operand in brackets of its own. */
export function printSympy(value: Term): string {
  switch (value.kind) {
    case 'number':
      return value.value.den === 1n
        ? `sp.Integer(${value.value.num})`
        : `sp.Rational(${value.value.num}, ${value.value.den})`;
    case 'symbol':
      return entry(value.name);
    case 'sum':
      return `(${value.terms.map(printSympy).join(' + ')})`;
    case 'product':
      return `(${value.factors.map(printSympy).join('*')})`;
    case 'power':
      return `(${printSympy(value.base)})**(${printSympy(value.exponent)})`;
    case 'call':
      return CALLS[value.name](value.args.map(printSympy));
  }
}
