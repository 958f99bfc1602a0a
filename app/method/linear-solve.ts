/** A symmetric positive definite matrix of `size` rows, row by row. */
export type SquareMatrix = { size: number; values: Float64Array };

/** A square matrix of noughts. */
export function zeroMatrix(size: number): SquareMatrix {
  return { size, values: new Float64Array(size * size) };
}

/**
 * The lower triangle L with L L' = matrix, of which the lower triangle is read. A prior on every unknown makes the matrix
 * positive definite; where digits run out all the same (a noise of 1e-11), the figures become NaN. Source: EFFECTIVENESS.md §4.
 */
export function choleskyOf(matrix: SquareMatrix): SquareMatrix {
  const { size } = matrix;
  const lower = zeroMatrix(size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(matrix, row, column);
      for (let k = 0; k < column; k += 1) sum -= at(lower, row, k) * at(lower, column, k);
      lower.values[row * size + column] = row === column ? Math.sqrt(sum) : sum / at(lower, column, column);
    }
  }
  return lower;
}

/** The x with L L' x = right. Source: EFFECTIVENESS.md §4. */
export function solveByCholesky(lower: SquareMatrix, right: Float64Array): Float64Array {
  const { size } = lower;
  const x = forwardSolve(lower, right);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = x[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) sum -= at(lower, k, row) * (x[k] ?? 0);
    x[row] = sum / at(lower, row, row);
  }
  return x;
}

/** The x with L x = right. */
function forwardSolve(lower: SquareMatrix, right: Float64Array): Float64Array {
  const x = right.slice();
  for (let row = 0; row < lower.size; row += 1) {
    let sum = x[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= at(lower, row, k) * (x[k] ?? 0);
    x[row] = sum / at(lower, row, row);
  }
  return x;
}

/** log of the determinant of L L'. */
export function logDeterminant(lower: SquareMatrix): number {
  let sum = 0;
  for (let row = 0; row < lower.size; row += 1) sum += Math.log(at(lower, row, row));
  return 2 * sum;
}

/** h' (L L')⁻¹ h: the variance of a weighted sum of the unknowns. */
export function variationOf(lower: SquareMatrix, h: Float64Array): number {
  const half = forwardSolve(lower, h);
  return dot(half, half);
}

/** Sum of the products of two lists of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function at(matrix: SquareMatrix, row: number, column: number): number {
  return matrix.values[row * matrix.size + column] ?? 0;
}
