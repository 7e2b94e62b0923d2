/** Figures put to the theory: whether a number comes out, and what does. */
import { computed } from '../../src/claims/checks.ts';
import type { Check, CheckRole } from '../../src/claims/claim.ts';
import { gammaAt, HOLDS, permitted, round, type Setting, settingText } from './growth.ts';

/** Whether a setting gives the figure to its digits. */
export const figureIs = (
  name: string,
  figure: number,
  half: number,
  setting: Setting,
  notes: () => readonly string[] = () => [],
): Check =>
  computed('figure', name, `Is it ${figure}: ${settingText(setting)}?`, () => {
    const found = permitted(setting) ?? Number.NaN;
    const said = `the theory gives ${round(found)}x/yr: ${settingText(setting)}`;
    return { off: Math.abs(found - figure), tolerance: half, notes: [said, ...notes()] };
  });

/** Whether a setting permits the growth from that gamma downwards. */
export const gammaIs = (name: string, growth: number, figure: number, setting: Setting): Check =>
  computed(
    'figure',
    name,
    `Does ${setting.law} in ${setting.unit}, ${setting.hold} held, permit ${growth}x/yr exactly at gamma = ${figure}?`,
    () => {
      const found = gammaAt(growth, setting);
      const where = `${setting.law.startsWith('theorem') ? `${setting.law}'s bound` : `the ${setting.law} law`} in ${setting.unit}, ${setting.hold} held`;
      const said =
        found === null
          ? `${where}, permits ${growth}x/yr at no one gamma: it gives ${spanOf(setting)}`
          : `${where}, permits ${growth}x/yr for gamma <= ${round(found)}`;
      return { off: found === null ? 1 : Math.abs(found - figure), tolerance: 0.005, notes: [said] };
    },
  );

const spanOf = (setting: Setting): string =>
  [-1, -0.5, 0.5]
    .map(
      (gamma) =>
        `${round(permitted({ ...setting, shapes: { ...setting.shapes, gamma } }) ?? Number.NaN)} at gamma = ${gamma}`,
    )
    .join(', ');

/** What the exact laws permit, as sentences. */
export const exactly = (setting: Omit<Setting, 'law' | 'hold'>): readonly string[] =>
  (['inference-dominated', 'training-dominated'] as const).flatMap((law) =>
    HOLDS.map((hold) => {
      const own = { ...setting, law, hold };
      return `${round(permitted(own) ?? Number.NaN)}x/yr: ${settingText(own)}`;
    }),
  );

/** Whether an exact law permits as much as the bound: no less, to the digits of the figure. */
export const asMuchAs = (role: CheckRole, name: string, setting: Setting, bound: Setting): Check =>
  computed(role, name, `Does the ${setting.law} law permit as much as ${bound.law}'s bound?`, () => {
    const [own, most] = [permitted(setting) ?? Number.NaN, permitted(bound) ?? Number.NaN];
    return {
      off: Math.max(0, most - own),
      tolerance: 0.005,
      notes: [`the exact law permits ${round(own)}x/yr: ${settingText(setting)}`],
    };
  });
