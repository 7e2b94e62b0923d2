import type { CertificateJson } from '../../derive/recheck/certificate.ts';
import type { Proofs } from '../../report/prove.ts';
import type { Source } from '../../report/prove-sources.ts';
import { isOn } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import type { Answer, Flags, Verb } from '../verb.ts';
import { writeWhole } from '../write-file.ts';

const RECORD = 'proofs/proved.json';
const PAGE = 'proofs/README.md';

async function update(proofs: Proofs, sources: readonly Source[]): Promise<void> {
  const [{ canonicalJson }, { recordOf }, { PROVE_RENDERERS }] = await Promise.all([
    import('../../report/canonical.ts'),
    import('../../report/prove-record.ts'),
    import('../../report/render/prove.ts'),
  ]);
  writeWhole(RECORD, canonicalJson(recordOf(proofs, sources)));
  writeWhole(PAGE, PROVE_RENDERERS.md(proofs));
}

/** What is wrong, in one sentence; null where every theorem is proved and recorded. */
async function complaintOf(
  proofs: Proofs,
  sources: readonly Source[],
  whole: boolean,
): Promise<string | null> {
  const [first] = proofs.failures;
  if (first !== undefined) return `${first}.`;
  if (!whole) return null;
  const { isRecorded } = await import('../../report/prove-record.ts');
  return isRecorded(proofs, sources)
    ? null
    : `What is proved differs from ${RECORD}; run \`optimand prove --update\` and build.`;
}

/** One JSON file a certificate, named after its variant and derivation. */
async function writeCertificates(folder: string, certificates: readonly CertificateJson[]): Promise<void> {
  const [{ canonicalJson }, { fillFolder }] = await Promise.all([
    import('../../report/canonical.ts'),
    import('../write-folder.ts'),
  ]);
  const named = certificates.map((certificate) => ({
    path: `${certificate.id.replace('/', '--')}.json`,
    data: canonicalJson(certificate),
  }));
  fillFolder(folder, named);
}

/** `prove --steps`. */
async function steps(flags: Flags): Promise<Answer> {
  const [{ recheckSteps }, { recheckText }] = await Promise.all([
    import('../../report/recheck.ts'),
    import('../../report/render/recheck.ts'),
  ]);
  if (flags.out !== undefined) (await import('../write-folder.ts')).checkFolder(flags.out);
  const bar = await progressBar('prove --steps', flags.quiet);
  const found = recheckSteps(flags.seed, bar.update);
  bar.stop();
  if (flags.out !== undefined) await writeCertificates(flags.out, found.certificates);
  const wrong = found.rows.flatMap(({ derivation, rejected }) =>
    rejected.map(({ step, rule, why }) => `step ${step} of ${derivation} (${rule}) does not follow: ${why}`),
  );
  return {
    output: flags.format === 'json' ? await enveloped('prove', flags.seed, found) : recheckText(found.rows),
    status: wrong.length > 0 ? 1 : 0,
    complaint: wrong[0] === undefined ? null : `${wrong[0]}.`,
  };
}

/** `prove [ID…]`. */
export const prove: Verb = {
  name: 'prove',
  summary: 'compile the machine-checked proofs and hold their statements against the claims',
  formats: ['text', 'md', 'json'],
  takesValues: false,
  fillsFolder: (flags) => isOn(flags.steps),
  declare: (command) => {
    command
      .argument('[ID...]', 'theorems that bear on these claims; all where none is named')
      .option(
        '--steps',
        'put the steps of every derivation to the step checker instead; --out DIR keeps what it read',
      )
      .option('--update', `record what is proved in ${RECORD} and ${PAGE} (in a checkout; then build)`);
  },
  run: async (ids, flags) => {
    if (isOn(flags.steps)) return steps(flags);
    const [report, { proofSources }, { claimIds }, { bearingOn }] = await Promise.all([
      import('../../report/prove.ts'),
      import('../../report/prove-sources.ts'),
      import('../../report/ledger.ts'),
      import('../../report/prove-record.ts'),
    ]);
    const wanted = ids.length > 0 ? bearingOn(claimIds(ids)) : undefined;
    const sources = proofSources();
    const bar = await progressBar('prove', flags.quiet);
    const proofs = await report
      .prove({ sources, ...(wanted ? { theorems: wanted } : {}), progress: bar.update })
      .finally(bar.stop);
    if (isOn(flags.update) && proofs.failures.length === 0 && !wanted) await update(proofs, sources);
    const complaint = await complaintOf(proofs, sources, !wanted && !isOn(flags.update));
    const { PROVE_RENDERERS } = await import('../../report/render/prove.ts');
    const output =
      flags.format === 'json'
        ? await enveloped('prove', flags.seed, proofs)
        : PROVE_RENDERERS[flags.format === 'md' ? 'md' : 'text'](proofs);
    return { output, status: complaint === null ? 0 : 1, complaint };
  },
};
