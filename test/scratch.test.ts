import { it } from 'vitest';
import { CLASSIC_IDS } from '../src/economics/classics/registry.ts';
import { modelOf, VARIANT_IDS } from '../src/economics/variants/registry.ts';
import { observe, partNames } from '../src/report/check/observe.ts';
import { problemAsked } from '../src/report/problem/ask.ts';
it('x', () => {
  const out: string[] = [];
  for (const id of [...VARIANT_IDS, ...CLASSIC_IDS]) {
    const subject = problemAsked(id) ?? modelOf(id);
    for (const part of partNames(subject)) {
      const c = process.cpuUsage();
      const n = observe(subject, part).length;
      const { user } = process.cpuUsage(c);
      out.push(`${id} / ${part} ${n} ${(user / 1e6).toFixed(1)}`);
    }
  }
  console.log(out.join('\n'));
}, 900000);
