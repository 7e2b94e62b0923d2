interface Measured {
  readonly name: string;
  readonly microseconds: number;
}

export interface Results {
  readonly machine: { readonly cpu: string; readonly cores: number };
  readonly versions: { readonly node: string; readonly scipy: string | null; readonly sympy: string | null };
  readonly optima: { readonly measured: readonly Measured[] };
}

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly unit: string;
  /** Null where it was not measured. */
  readonly reached: number | null;
  readonly met: boolean;
}

export function targets(results: Results): readonly Target[];
