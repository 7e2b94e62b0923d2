/** The page's state: as a permalink, a file and a command it says the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandOf, fromHash, fromJson, type State, toHash, toJson } from '../../web/state.ts';

const state: State = { variant: 'cournot', set: { alpha: '1/3', E: '2*10^18', gamma: '-0.5', m: '3' } };

describe('a state', () => {
  test('comes back from its permalink, whatever is typed', () => {
    const text = fc.string({ maxLength: 100 });
    const names = fc.constantFrom('alpha', 'E', 'c_d', 'E_inf');
    fc.assert(
      fc.property(text, fc.dictionary(names, text), (variant, set) => {
        expect(fromHash(`#${toHash({ variant, set })}`)).toEqual({ variant, set: { ...set } });
      }),
      { numRuns: 300 },
    );
  });

  test('comes back from its file; numbers stand there as numbers', () => {
    expect(fromJson(toJson(state))).toEqual(state);
    expect(JSON.parse(toJson(state)).params).toMatchObject({
      variant: 'cournot',
      m: 3,
      gamma: -0.5,
      alpha: '1/3',
    });
  });

  test('as a command, with formulas quoted for the shell', () => {
    expect(commandOf(state, 'optimize')).toBe(
      "npx optimand optimize cournot --set 'alpha=1/3,E=2*10^18,gamma=-0.5,m=3'",
    );
    expect(commandOf({ variant: 'baseline', set: { E: '1e18' } }, 'laws')).toBe(
      'npx optimand laws baseline --set E=1e18',
    );
    expect(commandOf({ variant: 'baseline', set: { E: "1'; rm -rf /" } }, 'laws')).toBe(
      "npx optimand laws baseline --set 'E=1;rm-rf/'",
    );
  });

  test('what is none is told in a sentence, or left aside', () => {
    expect(fromJson('{')).toBe('The file is no JSON.');
    expect(fromJson('[1]')).toBe('The file has no params.');
    expect(fromJson('{"params":{"variant":3}}')).toBe('The variant in the file is no text.');
    expect(fromHash('')).toBeNull();
    expect(fromHash('#variant=x&set.<b>=1&set.a=2')).toEqual({ variant: 'x', set: { a: '2' } });
  });
});
