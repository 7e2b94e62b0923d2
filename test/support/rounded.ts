/** Data as a person can read them in a file: numbers to six digits, what is no data left out. */

/** To six digits; powers of ten and whole numbers as they are. */
const roundedNumber = (value: number): number | string =>
  Number.isFinite(value) ? Number(value.toPrecision(6)) : String(value);

/** Data with rounded numbers, one line an entry where it is short. */
export const roundedText = (value: unknown): string =>
  JSON.stringify(
    value,
    (_, one: unknown) => {
      if (typeof one === 'number') return roundedNumber(one);
      if (typeof one === 'bigint') return String(one);
      return one instanceof Map ? [...one] : one;
    },
    1,
  );
