/** The names of the kernel's functions; the registry beside is total over them. */
export const FUNCTION_NAMES = [
  'ln',
  'exp',
  'min',
  'max',
  'deformed_log',
  'lambert_w0',
  'lambert_wm1',
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];
