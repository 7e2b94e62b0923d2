/** Stands in for Plot's colour schemes: every drawing here names its colours. */
const none = (): never => {
  throw new Error('The page has no colour schemes.');
};
export const ordinalScheme = none;
export const ordinalRange = none;
export const quantitativeScheme = none;
export const isCategoricalScheme = (): boolean => false;
export const isDivergingScheme = (): boolean => false;
export const maybeBooleanRange = (): undefined => undefined;
