/** The step checker: it accepts the steps as written and notices wrong ones, more than five hundred of them. */
import { expect, test } from 'vitest';
import { DERIVATIONS } from '../../derivations/registry.ts';
import { certify } from '../../src/derive/recheck/certificate.ts';
import { checkStep } from '../../src/derive/recheck/check.ts';
import { mutatedSteps } from '../../src/derive/recheck/mutate.ts';
import { generator } from '../../src/derive/recheck/sample.ts';

const SEED = 20260514;
const certificates = Object.values(DERIVATIONS).map((write) => certify(write()));
const judged = certificates.flatMap((certificate) =>
  certificate.steps.map((step) => ({
    certificate,
    step,
    found: checkStep(certificate, step, SEED + step.index),
  })),
);
const name = ({ certificate, step }: (typeof judged)[number]): string => `${certificate.id} ${step.index}`;

test('no step as written is rejected, and what cannot be judged is of a known kind', {
  timeout: 300_000,
}, () => {
  expect(judged.filter(({ found }) => found.outcome === 'rejected').map(name)).toEqual([]);
  const accepted = judged.filter(({ found }) => found.outcome === 'accepted');
  expect(accepted.length).toBeGreaterThan(240);
  const open = judged.filter(
    ({ found }) => found.outcome === 'not-checked' && found.why.startsWith('no point'),
  );
  expect(open.length).toBeLessThanOrEqual(2);
});

test('seeded mutants: none passes that does not have the same value', { timeout: 600_000 }, () => {
  const random = generator(SEED);
  let [rejected, equivalent] = [0, 0];
  const passed: string[] = [];
  for (const { certificate, step, found } of judged) {
    const mutants = found.outcome === 'accepted' ? mutatedSteps(step) : [];
    for (let i = 0; i < 3 && mutants.length > 0; i++) {
      const mutant = mutants[Math.floor(random() * mutants.length)];
      if (!mutant?.states || !step.states) continue;
      const { outcome } = checkStep(certificate, mutant, SEED + 7 * i + step.index);
      if (outcome === 'rejected') rejected++;
      else if (isSame(certificate, step, mutant)) equivalent++;
      else passed.push(`${certificate.id} ${step.index} ${outcome}`);
    }
  }
  expect(passed).toEqual([]);
  expect(rejected).toBeGreaterThan(500);
  expect(equivalent).toBeLessThan(20);
});

type Certified = (typeof judged)[number];

/** Whether the right sides of two steps have one value, to 40 digits, wherever both have any. */
function isSame(
  certificate: Certified['certificate'],
  step: Certified['step'],
  other: Certified['step'],
): boolean {
  if (!step.states || !other.states || step.states.sign !== other.states.sign) return false;
  const states = { left: step.states.right, sign: '=', right: other.states.right };
  const same = { ...step, rule: 'rewrite', method: null, from: [], states };
  return checkStep(certificate, same, SEED).outcome === 'accepted';
}
