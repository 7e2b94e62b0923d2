import { fail } from '../../kernel/issues.ts';
import { isOn } from '../flags.ts';
import { enveloped } from '../output.ts';
import { type Answer, done, type Verb } from '../verb.ts';

/** The matrix of claims and variants as last computed. */
async function matrix(ids: readonly string[], format: string): Promise<Answer> {
  if (format === 'dot' || format === 'mermaid')
    fail({
      code: 'usage',
      what: `--all-variants is a matrix, and ${format} draws a graph`,
      would: 'choose --format text, md or json',
    });
  const { keptSwitchboard, switchCells } = await import('../../report/switchboard.ts');
  const cells = switchCells(ids);
  if (format === 'json') return done(await enveloped('claims', keptSwitchboard().seed, cells));
  const { switchMarkdown, switchText } = await import('../../report/render/switchboard.ts');
  return done(format === 'md' ? switchMarkdown(cells) : switchText(cells));
}

/** `claims [ID…]`. */
export const claims: Verb = {
  name: 'claims',
  summary: 'the ledger of claims as last computed',
  formats: ['text', 'md', 'json', 'dot', 'mermaid'],
  takesValues: false,
  declare: (command) => {
    command
      .argument('[ID...]', 'which claims; all where none is named')
      .option('--all-variants', 'the matrix of claims and variants as last computed');
  },
  run: async (ids, { format, allVariants }) => {
    if (isOn(allVariants)) return matrix(ids, format);
    const ledger = await import('../../report/ledger.ts');
    const rows = ledger.claims(ids);
    if (format === 'json') return done(await enveloped('claims', ledger.keptLedger().seed, rows));
    if (format === 'dot' || format === 'mermaid') {
      const { graphDot, graphMermaid } = await import('../../report/render/graph.ts');
      const graph = await ledger.ledgerGraph(rows);
      return done(format === 'dot' ? graphDot(graph) : graphMermaid(graph));
    }
    const { LEDGER_RENDERERS } = await import('../../report/render/ledger.ts');
    return done(LEDGER_RENDERERS[format === 'md' ? 'md' : 'text'](rows));
  },
};
