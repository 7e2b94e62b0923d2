/**
 * What an argument has so far: letters, facts, steps and results. `argument.ts` adds the inferences; here is what every one of
 * them needs, and what is stated without inference: letters, the model's relations, assumptions, results of earlier derivations.
 */
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import type { Context, Fact } from '../kernel/facts.ts';
import { refuse } from '../kernel/issues.ts';
import { parse } from '../kernel/parse.ts';
import { printText } from '../kernel/print-text.ts';
import { type Declaration, domainText } from '../kernel/symbols.ts';
import { symbol, type Term, type Termlike, term } from '../kernel/term.ts';
import type { Derivation, DerivativeTaken, Display, Open, Result, Step } from './derivation.ts';
import { equation, gap, type Relation, type RelationSign, relation, relationFact } from './relation.ts';
import type { RuleName } from './rules.ts';
import { fitsDomain, isKnown, isRefuted, sameFact } from './vouch.ts';

/** A recorded step whose relation can be used further. */
export interface Line extends Relation {
  readonly step: number;
}

interface Details {
  readonly method?: string;
  readonly from?: readonly Line[];
  readonly puts?: readonly Relation[];
  readonly assumes?: readonly Fact[];
  readonly display?: Display;
  readonly open?: Open;
}

export type Head = Pick<
  Derivation,
  'id' | 'title' | 'statement' | 'source' | 'variant' | 'parameters' | 'onePoint'
>;

/** A relation as text. */
export const text = (r: Relation): string => `${printText(r.left)} ${r.sign} ${printText(r.right)}`;

export class Notebook {
  protected readonly steps: Step[] = [];
  protected readonly derivatives: DerivativeTaken[] = [];
  private readonly results: Record<string, Result> = {};
  protected facts: Fact[];
  /** The facts among them that were assumed here, which results carry as their domain. */
  protected assumed: Fact[] = [];
  protected symbols: ReadonlyMap<string, Declaration>;
  /** Every letter ever declared, those of closed cases among them, for whoever reads the steps. */
  private readonly everDeclared: Map<string, Declaration>;
  /** What holds without being assumed here; a later argument starts from it, and must assume the rest again. */
  private readonly standing: readonly Fact[];
  private latest: Context;

  constructor(context: Context) {
    this.symbols = new Map(context.symbols);
    this.everDeclared = new Map(context.symbols);
    this.standing = context.facts;
    this.facts = [...context.facts];
    this.latest = { symbols: this.symbols, facts: this.facts };
  }

  /** What may be used so far. */
  get context(): Context {
    // One object for as long as nothing changes: the engine keeps what it finds out about a context by its identity.
    const stale = this.latest.facts !== this.facts || this.latest.symbols !== this.symbols;
    if (stale) this.latest = { symbols: this.symbols, facts: this.facts };
    return this.latest;
  }

  /** The term with every abbreviation opened that depends on a symbol. */
  protected open(value: Term, on: string): Term {
    return expandAbbreviations(value, this.symbols, on);
  }

  /** The term with what depends on a symbol written out, for whoever asks before a step is taken. */
  opened(value: Term, on: string): Term {
    return this.open(value, on);
  }

  /** A term from text, in the letters declared so far. */
  term(source: string): Term {
    return parse(source, this.symbols);
  }

  /** A relation from text: two terms around one of = != < <= > >= ~. */
  relation(source: string): Relation {
    const match = /^(.*?)(<=|>=|!=|=|<|>|~)(.*)$/s.exec(source);
    const [, left = '', sign = '=', right = ''] = match ?? [];
    return relation(this.term(left.trim()), sign as RelationSign, this.term(right.trim()));
  }

  protected record(rule: RuleName, words: string, found: Relation | null, details: Details = {}): Line {
    const index = this.steps.length;
    const from = (details.from ?? []).map(({ step }) => step);
    this.steps.push({
      index,
      rule,
      words,
      relation: found,
      from,
      method: details.method ?? null,
      display: details.display ?? null,
      open: details.open ?? null,
      puts: details.puts ?? [],
      facts: this.facts,
      symbols: this.symbols,
      assumes: details.assumes ?? [],
    });
    const shown = found ?? equation(0, 0);
    return { left: shown.left, sign: shown.sign, right: shown.right, step: index };
  }

  protected stop(what: string, words: string): never {
    return refuse(what, `the step "${words}"`, 'state what is missing as an assumption, or correct the step');
  }

  /** Declares a letter that this argument uses. */
  declare(...declarations: readonly Declaration[]): void {
    this.symbols = new Map([
      ...this.symbols,
      ...declarations.map((declaration) => [declaration.name, declaration] as const),
    ]);
    for (const declaration of declarations) this.everDeclared.set(declaration.name, declaration);
  }

  /** A letter that stands for a term from here on. */
  define(declaration: Omit<Declaration, 'definition'>, definition: Termlike, words: string): Line {
    if (!fitsDomain(declaration, term(definition), this.context))
      this.stop(
        `${declaration.name} is declared ${domainText(declaration.domain)}, which its definition is not known to be`,
        words,
      );
    this.declare({ ...declaration, definition: term(definition) });
    return this.record('definition', words, equation(symbol(declaration.name), definition));
  }

  /** A relation that is the model's own. */
  model(words: string, found: Relation, display?: Display): Line {
    return this.record('model', words, found, display ? { display } : {});
  }

  /** A result of an earlier derivation, whose own domain must be assumed or known here. */
  cite<Name extends string>(words: string, source: Derivation<Name>, name: Name): Line {
    const { relation: found, domain } = source.results[name];
    const missing = domain.find(
      (fact) =>
        !this.assumed.some((own) => sameFact(own, fact, this.context)) && !isKnown(fact, this.context),
    );
    if (missing)
      this.stop(
        `${name} of ${source.id} needs ${printText(missing.term)} ${missing.is}, which is not assumed`,
        words,
      );
    return this.record('earlier', words, found, { method: `${source.id}: ${name}` });
  }

  /** A relation assumed from here on, and with it every result. An equation confines the results and nothing else. */
  assume(words: string, found: Relation): Line {
    const fact = relationFact(found, words) ?? { term: gap(found), is: 'zero', because: words };
    if (isRefuted(fact, this.context)) this.stop(`${text(found)} contradicts what is assumed`, words);
    if (fact.is !== 'zero') this.facts = [...this.facts, fact];
    this.assumed = [...this.assumed, fact];
    return this.record('assume', words, found, { assumes: [fact] });
  }

  /** Runs a case under an assumption of its own, which is dropped after it with all that was found or named under it. */
  inCase<T>(words: string, assumption: Relation, write: (line: Line) => T): T {
    const [facts, assumed, symbols] = [this.facts, this.assumed, this.symbols];
    const line = this.assume(words, assumption);
    try {
      return write(line);
    } finally {
      [this.facts, this.assumed, this.symbols] = [facts, assumed, symbols];
    }
  }

  /** Facts assumed so far, the model's standing ones left out. */
  get assumptions(): readonly Fact[] {
    return this.assumed;
  }

  /** A relation as a fact for a domain; an equation holds where the difference is both non-negative and non-positive. */
  fact(source: string): Fact {
    const found = this.relation(source);
    return relationFact(found, source) ?? { term: gap(found), is: 'zero', because: source };
  }

  /** Names a line as a result, with what must hold for it. */
  result(name: string, title: string, line: Line, domain: readonly Fact[] = this.assumed): void {
    this.results[name] = {
      relation: { left: line.left, sign: line.sign, right: line.right },
      step: line.step,
      domain,
      title,
    };
  }

  finish<Name extends string>(
    head: Head & { uses: readonly string[] },
    names: readonly Name[],
  ): Derivation<Name> {
    const missing = names.find((name) => !Object.hasOwn(this.results, name));
    if (missing !== undefined)
      refuse(`the result ${missing} is promised but not named`, head.id, 'name its line with result()');
    const { steps, derivatives, everDeclared: symbols } = this;
    const context: Context = { symbols: this.symbols, facts: this.standing };
    return { ...head, steps, symbols, context, derivatives, results: this.results as Record<Name, Result> };
  }
}
