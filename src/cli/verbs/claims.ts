import { enveloped } from '../output.ts';
import { done, type Verb } from '../verb.ts';

/** `claims [ID…]`. */
export const claims: Verb = {
  name: 'claims',
  summary: 'the ledger of claims as last computed',
  formats: ['text', 'md', 'json', 'dot', 'mermaid'],
  takesValues: false,
  declare: (command) => {
    command.argument('[ID...]', 'which claims; all where none is named');
  },
  run: async (ids, { format }) => {
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
