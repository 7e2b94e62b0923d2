/**
 * Several terms as one tape: a list of instructions over registers in which a part that occurs twice is worked out once.
 * A tape runs over columns of numbers, block by block, so that what it costs to read an instruction is spread over the
 * rows of a block; a part that is the same in every row is worked out once a run. No text is made into code.
 */
import { lambertW } from '../engines/lambert-w.ts';
import { deformedLog } from './arithmetic/double.ts';
import type { FunctionName } from './functions/names.ts';
import { fail } from './issues.ts';
import { rationalToNumber } from './rational.ts';
import { gapIn, stabilise } from './stabilise.ts';
import { call, isNumber, symbolsOf, type Term } from './term.ts';

/** A column of values, or one number that stands in every row. */
export type Column = Float64Array | number;

export interface Tape {
  readonly inputs: readonly string[];
  /** Instructions, to compare tapes by. */
  readonly length: number;
  /** The terms' values in every row, in the order of the terms; `columns` in the order of the inputs, each `rows` long. */
  run(columns: readonly Column[], rows: number): Float64Array[];
}

/** target[i] = f(x[i], y[i]) for one block; an argument of one number stands for every row. */
type Kernel = (
  x: Float64Array,
  y: Float64Array,
  target: Float64Array,
  rows: number,
  xs: 0 | 1,
  ys: 0 | 1,
) => void;

interface Instruction {
  readonly kernel: Kernel;
  readonly x: number;
  readonly y: number;
}

/** Rows of a block: registers of a tape of a hundred instructions stay in the processor's second cache. */
const BLOCK = 256;

const kernels = {
  add: (x, y, target, rows, xs, ys) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i * xs] as number) + (y[i * ys] as number);
  },
  multiply: (x, y, target, rows, xs, ys) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i * xs] as number) * (y[i * ys] as number);
  },
  divide: (x, y, target, rows, xs, ys) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i * xs] as number) / (y[i * ys] as number);
  },
  power: (x, y, target, rows, xs, ys) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i * xs] as number) ** (y[i * ys] as number);
  },
  square: (x, _, target, rows, xs) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i * xs] as number) * (x[i * xs] as number);
  },
  ln: (x, _, target, rows, xs) => {
    for (let i = 0; i < rows; i++) target[i] = Math.log(x[i * xs] as number);
  },
  exp: (x, _, target, rows, xs) => {
    for (let i = 0; i < rows; i++) target[i] = Math.exp(x[i * xs] as number);
  },
  negate: (x, _, target, rows, xs) => {
    for (let i = 0; i < rows; i++) target[i] = -(x[i * xs] as number);
  },
  min: (x, y, target, rows, xs, ys) => {
    for (let i = 0; i < rows; i++) target[i] = Math.min(x[i * xs] as number, y[i * ys] as number);
  },
  max: (x, y, target, rows, xs, ys) => {
    for (let i = 0; i < rows; i++) target[i] = Math.max(x[i * xs] as number, y[i * ys] as number);
  },
  deformed_log: (x, y, target, rows, xs, ys) => {
    for (let i = 0; i < rows; i++) target[i] = deformedLog(x[i * xs] as number, y[i * ys] as number);
  },
  lambert_w0: (x, _, target, rows, xs) => {
    for (let i = 0; i < rows; i++) target[i] = lambertW(0, x[i * xs] as number);
  },
  lambert_wm1: (x, _, target, rows, xs) => {
    for (let i = 0; i < rows; i++) target[i] = lambertW(-1, x[i * xs] as number);
  },
} satisfies Record<FunctionName, Kernel> & Record<string, Kernel>;

/** Writes terms down as instructions; equal instructions get one register. */
class Writer {
  readonly instructions: (Instruction & { readonly target: number })[] = [];
  readonly constants = new Map<number, number>();
  private readonly known = new Map<string, number>();
  /** Parts that stand in several places are one object, and walked once: else their number would double at every level. */
  private readonly seen = new Map<Term, number>();
  private readonly inputs: readonly string[];
  registers: number;

  constructor(inputs: readonly string[]) {
    this.inputs = inputs;
    this.registers = inputs.length;
  }

  write(value: Term): number {
    const before = this.seen.get(value);
    if (before !== undefined) return before;
    const register = this.writeNew(value);
    this.seen.set(value, register);
    return register;
  }

  private writeNew(value: Term): number {
    switch (value.kind) {
      case 'number':
        return this.constant(rationalToNumber(value.value));
      case 'symbol':
        return this.inputs.indexOf(value.name);
      case 'sum':
        return this.chain('add', value.terms);
      case 'product':
        return this.product(value.factors);
      case 'power':
        return this.power(value.base, value.exponent);
      case 'call':
        return this.call(value);
    }
  }

  private constant(value: number): number {
    const key = `= ${Object.is(value, -0) ? '-0' : value}`;
    const register = this.known.get(key) ?? this.registers++;
    this.known.set(key, register);
    this.constants.set(register, value);
    return register;
  }

  private apply(name: keyof typeof kernels, x: number, y: number = x): number {
    const key = `${name} ${x} ${y}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const target = this.registers++;
    this.known.set(key, target);
    this.instructions.push({ kernel: kernels[name], x, y, target });
    return target;
  }

  private chain(name: 'add' | 'multiply', values: readonly Term[]): number {
    const [first, ...rest] = values.map((value) => this.write(value));
    return rest.reduce((so, next) => this.apply(name, so, next), first as number);
  }

  /** Factors with exponent -1 divide; a factor of -1 changes the sign; a difference 1 - x^-g is worked out as one. */
  private product(factors: readonly Term[]): number {
    const found = gapIn(factors);
    if (found) {
      const gap = this.chain('multiply', [found.g, call('deformed_log', found.x, found.g)]);
      return isInteger(found.rest, 1n) ? gap : this.apply('multiply', this.write(found.rest), gap);
    }
    const divisors = factors.filter(isReciprocal).map(({ base }) => base);
    const others = factors.filter((factor) => !isReciprocal(factor));
    const [first, ...more] = others;
    const turned = first !== undefined && isInteger(first, -1n) && more.length > 0;
    const top = others.length === 0 ? this.constant(1) : this.chain('multiply', turned ? more : others);
    const signed = turned ? this.apply('negate', top) : top;
    return divisors.length === 0 ? signed : this.apply('divide', signed, this.chain('multiply', divisors));
  }

  private power(base: Term, exponent: Term): number {
    if (isInteger(exponent, -1n)) return this.apply('divide', this.constant(1), this.write(base));
    if (isInteger(exponent, 2n)) return this.apply('square', this.write(base));
    return this.apply('power', this.write(base), this.write(exponent));
  }

  /** A function of more than two arguments is the smallest or largest of them, taken two at a time. */
  private call({ name, args }: Extract<Term, { kind: 'call' }>): number {
    const [first, ...rest] = args.map((part) => this.write(part));
    if (rest.length === 0) return this.apply(name, first as number);
    return rest.reduce((so, next) => this.apply(name, so, next), first as number);
  }
}

const isInteger = (value: Term, integer: bigint): boolean =>
  isNumber(value) && value.value.num === integer && value.value.den === 1n;
const isReciprocal = (value: Term): value is Extract<Term, { kind: 'power' }> =>
  value.kind === 'power' && isInteger(value.exponent, -1n);

/**
 * The terms on one tape.
 * @throws OptimandError where a term holds a symbol that is not among the inputs.
 */
export function tapeOf(terms: readonly Term[], inputs: readonly string[]): Tape {
  for (const name of terms.flatMap(symbolsOf)) {
    if (!inputs.includes(name)) fail({ code: 'unknown-symbol', name, known: inputs, suggestion: null });
  }
  const writer = new Writer(inputs);
  const results = terms.map((value) => writer.write(stabilise(value)));
  const registers = Array.from({ length: writer.registers }, () => new Float64Array(BLOCK));
  for (const [register, value] of writer.constants) (registers[register] as Float64Array)[0] = value;
  const { instructions } = writer;
  return {
    inputs,
    length: instructions.length,
    run: (columns, rows) => run({ instructions, registers, results, inputs: inputs.length }, columns, rows),
  };
}

interface Recorded {
  readonly instructions: Writer['instructions'];
  readonly registers: readonly Float64Array[];
  readonly results: readonly number[];
  readonly inputs: number;
}

/** 0 where a register holds one number for all rows, 1 where it holds one a row. */
type Stride = 0 | 1;

function execute(
  registers: readonly Float64Array[],
  strides: readonly Stride[],
  { kernel, x, y, target }: Writer['instructions'][number],
  rows: number,
): void {
  const at = (register: number): Float64Array => registers[register] as Float64Array;
  kernel(at(x), at(y), at(target), rows, strides[x] as Stride, strides[y] as Stride);
}

/** Works out what is the same in every row, and says which instructions are left and which registers vary. */
function prepare(
  { instructions, registers, inputs }: Recorded,
  columns: readonly Column[],
): { strides: readonly Stride[]; varying: Writer['instructions'] } {
  const strides: Stride[] = registers.map((_, i) => (i < inputs && typeof columns[i] !== 'number' ? 1 : 0));
  for (const [i, column] of columns.entries()) {
    if (typeof column === 'number') (registers[i] as Float64Array)[0] = column;
  }
  const varying: Writer['instructions'] = [];
  for (const instruction of instructions) {
    const varies = strides[instruction.x] || strides[instruction.y];
    strides[instruction.target] = varies ? 1 : 0;
    if (varies) varying.push(instruction);
    else execute(registers, strides, instruction, 1);
  }
  return { strides, varying };
}

function run(tape: Recorded, columns: readonly Column[], rows: number): Float64Array[] {
  const { registers, results } = tape;
  const { strides, varying } = prepare(tape, columns);
  const answers = results.map(() => new Float64Array(rows));
  for (let from = 0; from < rows; from += BLOCK) {
    const size = Math.min(BLOCK, rows - from);
    for (const [i, column] of columns.entries()) {
      if (typeof column === 'object') (registers[i] as Float64Array).set(column.subarray(from, from + size));
    }
    for (const instruction of varying) execute(registers, strides, instruction, size);
    for (const [k, register] of results.entries()) {
      const [answer, held] = [answers[k] as Float64Array, registers[register] as Float64Array];
      if (strides[register]) answer.set(held.subarray(0, size), from);
      else answer.fill(held[0] as number, from, from + size);
    }
  }
  return answers;
}
