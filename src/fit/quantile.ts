/** The value below which that share of the sample lies, between its neighbours in proportion. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((x, y) => x - y);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return low === high ? low : low + (at - Math.floor(at)) * (high - low);
}
