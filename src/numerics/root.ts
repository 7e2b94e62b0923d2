/** A root of a function of one number, between two points at which its signs differ. */

const MAX_STEPS = 80;

export interface End {
  readonly at: number;
  readonly value: number;
}

/** The root by Illinois regula falsi, to rounding. Source: Dowell & Jarratt 1971. */
export function rootBetween(f: (at: number) => number, [left, right]: readonly [End, End]): number {
  let [old, last] = [left, right];
  for (let step = 0; step < MAX_STEPS; step++) {
    const at = last.at - (last.value * (last.at - old.at)) / (last.value - old.value);
    const next: End = { at, value: f(at) };
    if (next.value === 0 || Math.abs(at - last.at) <= 1e-15 * Math.abs(at)) return at;
    old = next.value * last.value < 0 ? last : { at: old.at, value: old.value / 2 };
    last = next;
  }
  return last.at;
}
