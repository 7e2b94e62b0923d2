import { Option } from 'commander';
import { fail } from '../../kernel/issues.ts';
import { domainText, inDomain } from '../../kernel/symbols.ts';
import type { LawsRendering } from '../../report/render/laws.ts';
import { drawn } from '../figure.ts';
import { textOf, textsOf } from '../flags.ts';
import { type MapAxis, readPlane } from '../map.ts';
import { type AskedModel, declareModel, readModel } from '../model.ts';
import { enveloped } from '../output.ts';
import { readSet } from '../set.ts';
import { type Answer, done, type Flags, type Verb } from '../verb.ts';

/** @throws OptimandError for a window beyond what its letter can be, and for a letter that is mapped and set. */
function checkAxis({ name, window }: MapAxis, { variant, set }: AskedModel): void {
  if (Object.hasOwn(set, name))
    fail({ code: 'usage', what: `${name} is set and mapped`, would: 'leave one of them out' });
  const domain = variant.parameters.find((one) => one.name === name)?.domain;
  const wrong = domain && window && [window.low, window.high].find((value) => !inDomain(value, domain));
  if (domain && typeof wrong === 'number')
    fail({ code: 'bad-value', name, value: String(wrong), must: domainText(domain) });
}

/** The map of regimes over two parameters: drawn, as the data behind it, or as formulas. */
async function mapped(asked: string | undefined, text: string, flags: Flags): Promise<Answer> {
  const idle = ['in', 'hold'].find((name) => flags[name] !== undefined);
  if (idle !== undefined) {
    fail({
      code: 'usage',
      what: `--${idle} has no effect on --map, whose first parameter grows while b is held`,
      would: `leave out --${idle}`,
    });
  }
  const [x, y] = readPlane('--map', text);
  const model = await readModel(asked, flags);
  for (const axis of [x, y]) checkAxis(axis, model);
  const { variant, set } = model;
  const [{ regimeMap }, { problemRegimeMap }, { problemAsked }] = await Promise.all([
    import('../../report/figures/regime-map.ts'),
    import('../../report/problem/regime-map.ts'),
    import('../../report/problem/ask.ts'),
  ]);
  const problem = problemAsked(variant);
  const windows = { ...(x.window ? { xWindow: x.window } : {}), ...(y.window ? { yWindow: y.window } : {}) };
  const question = { x: x.name, y: y.name, ...windows, set };
  const map = problem ? problemRegimeMap(problem, question) : regimeMap(variant, question);
  return drawn('laws', map, flags, async () =>
    (await import('../../report/render/regime-map.ts')).regimeMapText(map),
  );
}

/** The optimum as one parameter grows, drawn: levels, laws and local slopes. */
async function grown(
  variant: AskedModel['variant'],
  set: Readonly<Record<string, number>>,
  flags: Flags,
): Promise<Answer> {
  if (flags.hold === 'rho') {
    fail({
      code: 'usage',
      what: '--hold rho has no effect on what is drawn, where b is held',
      would: 'leave it out',
    });
  }
  const { figureSvg } = await import('../../figures/svg.ts');
  const { problemAsked } = await import('../../report/problem/ask.ts');
  const problem = problemAsked(variant);
  if (problem) {
    const { problemGrowth } = await import('../../report/problem/growth.ts');
    const last = problem.parameters.findLast(({ role }) => role === 'quantity')?.name ?? '';
    return done(figureSvg(problemGrowth(problem, { in: textOf(flags.in) ?? last, set })));
  }
  const { growth } = await import('../../report/figures/growth.ts');
  return done(figureSvg(growth(variant, { in: textOf(flags.in) ?? 'E', set })));
}

/** Every variant's exponents side by side. */
async function compared(flags: Flags): Promise<Answer> {
  if (flags.format !== 'text') {
    fail({ code: 'usage', what: '--all-variants is a table in text', would: 'leave out --format' });
  }
  const { lawsTable } = await import('../../report/laws-table.ts');
  return done(lawsTable(textOf(flags.in) ?? 'E', await readSet(textsOf(flags.set))));
}

/** `laws [VARIANT]`. */
export const laws: Verb = {
  name: 'laws',
  summary: 'scaling laws by regime: exact exponents, constants, crossovers and next terms',
  formats: ['text', 'md', 'tex', 'json', 'svg'],
  takesValues: true,
  declare: (command) => {
    declareModel(command)
      .option('--in <parameter>', 'which parameter grows; E for a firm, else the last, where none is named')
      .addOption(
        new Option('--hold <letter>', 'what stays fixed as a grows; b where nothing is said').choices([
          'b',
          'rho',
        ]),
      )
      .option(
        '--map <x,y>',
        'the regimes over two parameters, each with a window if wanted: E=1e14:1e20,delta',
      )
      .option('--all-variants', 'the exponents of every variant side by side, as text');
  },
  run: async ([asked], flags) => {
    if (flags.allVariants === true) return compared(flags);
    const map = textOf(flags.map);
    if (map !== undefined) return mapped(asked, map, flags);
    const { variant, set } = await readModel(asked, flags);
    if (flags.format === 'svg') return grown(variant, set, flags);
    const { anyLaws } = await import('../../report/problem/laws.ts');
    const hold = flags.hold === 'rho' ? 'rho' : 'b';
    const growing = textOf(flags.in);
    const found = anyLaws(variant, { hold, set, ...(growing === undefined ? {} : { in: growing }) });
    if (flags.format === 'json') {
      return done(await enveloped('laws', flags.seed, found.result, found.warnings));
    }
    const { LAWS_RENDERERS } = await import('../../report/render/laws.ts');
    return done(LAWS_RENDERERS[flags.format as LawsRendering](found));
  },
};
