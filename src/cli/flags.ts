/** Values of flags, read and checked. */
import { fail } from '../kernel/issues.ts';

const LARGEST_SEED = 2 ** 32 - 1;

/** A whole number within bounds. @throws OptimandError saying which flag must be what. */
export function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  const must = `a whole number from ${least} to ${most}`;
  return fail({ code: 'bad-value', name: flag, value: text, must });
}

export const seedOf = (text: string): number => wholeNumber('--seed', text, 0, LARGEST_SEED);

export const isOn = (value: unknown): boolean => value === true;
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** For a flag that may stand several times. */
export const collect = (text: string, before: readonly string[] = []): string[] => [...before, text];
