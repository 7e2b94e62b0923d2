/** Every derivation as it is written, against a file to be read: a change of any line of an argument shows. */
import { expect, test } from 'vitest';
import { DERIVATION_IDS, DERIVATIONS } from '../../derivations/registry.ts';
import { PART_IDS, PARTS } from '../../src/derive/firm/registry.ts';
import { problemConditions } from '../../src/derive/problem/conditions.ts';
import { problemSolution } from '../../src/derive/problem/solution.ts';
import { CLASSIC_IDS, CLASSICS } from '../../src/economics/classics/registry.ts';
import { NOTATION } from '../../src/economics/symbols.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { derivationText } from '../support/derivation-text.ts';
import { expectGolden } from '../support/goldens.ts';
import { faultsOf } from '../support/well-written.ts';

test.each(DERIVATION_IDS)('%s', (id) => {
  expectGolden(`derivations/${id}.txt`, derivationText(DERIVATIONS[id](), NOTATION));
});

/** One variant for every way in which the argument about a firm goes: data follow, data lead, neither, rivals, a limit. */
const FIRMS = ['baseline', 'repeated-data', 'ces-quality', 'cournot', 'data-bound'] as const;

test.each(FIRMS)('the argument about %s', (id) => {
  const parts = PART_IDS.flatMap((part) => PARTS[part](modelOf(id)));
  expect(parts.length).toBeGreaterThan(3);
  expectGolden(
    `derivations/firms/${id}.txt`,
    parts.map((part) => derivationText(part, NOTATION)).join('\n\n\n'),
  );
});

test.each(CLASSIC_IDS)('the argument about %s', (id) => {
  const problem = CLASSICS[id];
  const parts = [...problemConditions(problem), ...problemSolution(problem)];
  expect(parts.flatMap(faultsOf)).toEqual([]);
  expectGolden(
    `derivations/problems/${id}.txt`,
    parts.map((part) => derivationText(part, NOTATION)).join('\n\n\n'),
  );
});
