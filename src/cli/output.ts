/** Answers as JSON, loaded only by those who ask for it. */

/** A result in its envelope, as canonical JSON. */
export async function enveloped(
  command: string,
  seed: number,
  result: unknown,
  warnings: readonly string[] = [],
): Promise<string> {
  const [{ envelope }, { canonicalJson }] = await Promise.all([
    import('../report/envelope.ts'),
    import('../report/canonical.ts'),
  ]);
  return canonicalJson(envelope(command, seed, result, warnings));
}
