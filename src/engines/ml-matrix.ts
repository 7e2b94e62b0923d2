/** Dense linear algebra behind plain arrays: ml-matrix's singular value and QR decompositions. */
import { Matrix, QrDecomposition, SingularValueDecomposition } from 'ml-matrix';

/** The x that makes |A x - b| least for a matrix of full column rank, by Householder's QR; null where the rank is short. */
export function leastSquaresSolution(
  A: readonly (readonly number[])[],
  b: readonly number[],
): number[] | null {
  const qr = new QrDecomposition(new Matrix(A as number[][]));
  if (!qr.isFullRank()) return null;
  const x = qr.solve(Matrix.columnVector(b as number[])).getColumn(0);
  return x.every(Number.isFinite) ? x : null;
}

/** The singular values of A, largest first. */
export function singularValues(A: readonly (readonly number[])[]): number[] {
  return new SingularValueDecomposition(new Matrix(A as number[][]), { autoTranspose: true }).diagonal;
}

/** The inverse of a symmetric positive definite matrix given as its factor J (it is JᵀJ): rows of (JᵀJ)⁻¹. */
export function inverseGram(J: readonly (readonly number[])[]): number[][] {
  const svd = new SingularValueDecomposition(new Matrix(J as number[][]), { autoTranspose: true });
  const V = svd.rightSingularVectors;
  const s = svd.diagonal;
  const size = V.rows;
  const entry = (i: number, j: number): number =>
    s.reduce((sum, value, k) => sum + (V.get(i, k) * V.get(j, k)) / (value * value), 0);
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => entry(i, j)));
}
