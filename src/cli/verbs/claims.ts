import { enveloped } from '../output.ts';
import { done, type Verb } from '../verb.ts';

/** `claims [ID…]`. */
export const claims: Verb = {
  name: 'claims',
  summary: 'the ledger of claims as last computed',
  formats: ['text', 'md', 'json'],
  takesValues: false,
  declare: (command) => {
    command.argument('[ID...]', 'which claims; all where none is named');
  },
  run: async (ids, flags) => {
    const ledger = await import('../../report/ledger.ts');
    const rows = ledger.claims(ids);
    if (flags.format === 'json') return done(await enveloped('claims', ledger.keptLedger().seed, rows));
    const { LEDGER_RENDERERS } = await import('../../report/render/ledger.ts');
    return done(LEDGER_RENDERERS[flags.format === 'md' ? 'md' : 'text'](rows));
  },
};
