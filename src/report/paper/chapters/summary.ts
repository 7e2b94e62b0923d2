/** What is claimed and what came of it, at a glance. */
import { PAPER } from '../../version.ts';
import { command, heading, link, prose, strong, table } from '../block.ts';
import { type Chapter, claimAnchor, lettersOf, said } from './chapter.ts';

const MEANINGS: Readonly<Record<string, string>> = {
  holds: 'true wherever its hypotheses hold',
  'holds-on-domain': 'true where a condition holds that the source does not state',
  'bound-not-tight': 'an upper bound that is never broken, and not attained up to a constant',
  'other-law': 'another law is true in its place',
  refuted: 'false under its hypotheses; a witness is given',
  'not-reproduced': 'a figure that no formula known here gives',
  'not-applicable': 'has no meaning there',
  undecided: 'what was tried does not decide it',
};

export const summary: Chapter = (content) => {
  const { rows, seed, runs } = content.ledger;
  const count = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length;
  const verdicts = Object.keys(MEANINGS).filter((verdict) => count(verdict) > 0);
  return [
    heading(2, 'summary', 'What is claimed, and what came of it'),
    prose(
      `A firm chooses how large a language model to train (n parameters), on how much data (d tokens), and how much of it to sell (t tokens). Training costs 6nd floating-point operations and inference 2nt, at E operations a dollar; more quality brings more customers; more sales bring a lower price. A Theory of Training Profit-Optimal LLMs (Hao & Merrill 2026, ${PAPER.id}${PAPER.version}) asks which n, d and t bring the most profit, and how they and the training spend C grow as hardware improves. This report takes the profit function alone, derives the theory again, and judges each claim.`,
    ),
    prose(
      `Most claims can be read in more than one way; each reading is judged by itself. ${rows.length} readings of ${new Set(rows.map(({ id }) => id)).size} claims were put to derivations, to a numerical optimiser that shares nothing with them but the profit function (seed ${seed}, ${runs} draws each), and in part to machine-checked proofs. Nobody typed a verdict: each is computed from the outcomes of its checks.`,
    ),
    table({
      caption: 'Verdicts',
      head: ['verdict', 'readings', 'says'],
      rows: verdicts.map((verdict) => [strong(verdict), String(count(verdict)), MEANINGS[verdict] ?? '']),
      narrow: [0, 1],
    }),
    table({
      caption: 'The ledger: every claim in every reading',
      head: ['claim', 'reading', 'verdict', 'where'],
      rows: rows.map(({ id, reading, verdict, domain, variant }) => [
        link(id, claimAnchor(id)),
        said(reading, lettersOf(content, variant)),
        strong(verdict),
        said(domain, lettersOf(content, variant)),
      ]),
      narrow: [],
    }),
    command('optimand claims'),
    command('optimand verify'),
  ];
};
