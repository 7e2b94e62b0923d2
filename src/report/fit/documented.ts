/** The fits that the documentation and the report show, with the runs that ship. */
import { dataText } from '../../data/folder.ts';
import { rowsOf } from '../../data/registry.ts';
import { refuse } from '../../kernel/issues.ts';
import { type FitReport, type FitRequest, fit as fitTo } from './fit.ts';

const FOLDER = 'training-runs';
const COMMON = { where: {}, columns: {}, starts: 100, draws: 0 } as const;

export interface DocumentedFit {
  readonly file: string;
  readonly request: Omit<FitRequest, 'path' | 'seed'>;
  readonly source: string;
  /** What stands after `optimand fit`. */
  readonly flags: string;
}

/** Gadre et al.'s runs on C4, each of which sees its data once. */
export const ONCE: DocumentedFit = {
  file: 'gadre_overtraining_runs.csv',
  request: {
    ...COMMON,
    law: 'chinchilla',
    columns: { loss: 'loss_c4_val' },
    where: { train_dataset: 'c4_original' },
  },
  source: 'Runs: Gadre et al. 2024, on C4 (mlfoundations/scaling, MIT).',
  flags: '--columns loss=loss_c4_val --where train_dataset=c4_original',
};

/** The constants that Muennighoff et al. fit to other runs and hold. */
function held(): Readonly<Record<string, number>> {
  const law = rowsOf('scaling-laws').find((row) => row.law.startsWith('Muennighoff'));
  const { A, B, E0, alpha, beta } = law ?? {};
  if (!(A && B && E0 && alpha && beta))
    return refuse('there is no law of Muennighoff', 'data/scaling-laws.csv', 'see data/README.md');
  return { A, B, E0, alpha, beta };
}

/** Muennighoff et al.'s 182 runs by their procedure. */
export function repeated(): DocumentedFit {
  const fixed = held();
  const setting = Object.entries(fixed).map(([name, value]) => `${name}=${value}`);
  return {
    file: 'datablations_fit_runs.csv',
    request: { ...COMMON, law: 'repeated-data', fixed },
    source: 'Runs: Muennighoff et al. 2023 (huggingface/datablations, Apache-2.0).',
    flags: `--law repeated-data --fix ${setting.join(',')}`,
  };
}

/** As it stands on a command line. */
export const fitCommand = ({ file, flags }: DocumentedFit): string =>
  `optimand fit data/${FOLDER}/${file} ${flags}`;

export const documentedFit = ({ file, request }: DocumentedFit, seed: number): Promise<FitReport> =>
  fitTo(dataText(`${FOLDER}/${file}`), { ...request, path: `data/${FOLDER}/${file}`, seed });
