/** How one cell moves and how noisy its notes are: sd of the level, half-life in days, sd of a note. */
export type StateParameters = { tau: number; halfLifeDays: number; sigma: number };

/**
 * What a cell's pass runs over, in order of day. A node without a multiplier is a question, not a note. `rows` holds
 * `columns` numbers a node: what is filtered, all columns with the same gains.
 */
export type Nodes = { days: Float64Array; multipliers: Float64Array; rows: Float64Array; columns: number };

export type ForwardPass = {
  decay: Float64Array;
  predictedMean: Float64Array;
  predictedVariance: Float64Array;
  filteredMean: Float64Array;
  filteredVariance: Float64Array;
  innovation: Float64Array;
  innovationVariance: Float64Array;
};

/**
 * The filter of a stationary Ornstein-Uhlenbeck state with irregular gaps, all columns at once: at each note
 * F = P + sigma² c, v = row − a, K = P/F, a ← a + K v, P ← P s/F, which cannot go negative. Cost: nodes × columns.
 * Source: EFFECTIVENESS.md §3.
 */
export function filterForward(nodes: Nodes, parameters: StateParameters): ForwardPass {
  const pass = emptyPass(nodes.days.length, nodes.columns);
  const mean = new Float64Array(nodes.columns);
  const stationary = parameters.tau * parameters.tau;
  let variance = stationary;
  for (let node = 0; node < nodes.days.length; node += 1) {
    const gap = node === 0 ? 0 : (nodes.days[node] ?? 0) - (nodes.days[node - 1] ?? 0);
    const decay = 2 ** (-gap / parameters.halfLifeDays);
    if (gap > 0) {
      for (let column = 0; column < mean.length; column += 1) mean[column] = decay * (mean[column] ?? 0);
      variance = decay * decay * variance + stationary * (1 - decay * decay);
    }
    pass.decay[node] = decay;
    pass.predictedVariance[node] = variance;
    pass.predictedMean.set(mean, node * nodes.columns);
    variance = takeNote(nodes, pass, node, mean, variance, parameters.sigma);
    pass.filteredVariance[node] = variance;
    pass.filteredMean.set(mean, node * nodes.columns);
  }
  return pass;
}

/** Updates `mean` by the node's note and answers with the variance after it; a question changes nothing. */
function takeNote(
  nodes: Nodes,
  pass: ForwardPass,
  node: number,
  mean: Float64Array,
  variance: number,
  sigma: number,
): number {
  const multiplier = nodes.multipliers[node] ?? 0;
  if (multiplier === 0) return variance;
  const noise = sigma * sigma * multiplier;
  const innovationVariance = variance + noise;
  const gain = variance / innovationVariance;
  const start = node * nodes.columns;
  for (let column = 0; column < mean.length; column += 1) {
    const innovation = (nodes.rows[start + column] ?? 0) - (mean[column] ?? 0);
    pass.innovation[start + column] = innovation;
    mean[column] = (mean[column] ?? 0) + gain * innovation;
  }
  pass.innovationVariance[node] = innovationVariance;
  return (variance * noise) / innovationVariance;
}

function emptyPass(nodes: number, columns: number): ForwardPass {
  return {
    decay: new Float64Array(nodes),
    predictedMean: new Float64Array(nodes * columns),
    predictedVariance: new Float64Array(nodes),
    filteredMean: new Float64Array(nodes * columns),
    filteredVariance: new Float64Array(nodes),
    innovation: new Float64Array(nodes * columns),
    innovationVariance: new Float64Array(nodes),
  };
}

export type BackwardPass = { smoothedMean: Float64Array; smoothedVariance: Float64Array; gain: Float64Array };

/**
 * The smoother: J = Pf r⁺/Pp⁺, sm = af + J (sm⁺ − ap⁺), Ps = Pf + J² (Ps⁺ − Pp⁺), from the last node back.
 * The covariance of two nodes s ≤ u is Ps(u) times the gains from s to u−1. Source: EFFECTIVENESS.md §3.
 */
export function smoothBackward(pass: ForwardPass, columns: number): BackwardPass {
  const nodes = pass.decay.length;
  const smoothedMean = pass.filteredMean.slice();
  const smoothedVariance = pass.filteredVariance.slice();
  const gain = new Float64Array(nodes);
  for (let node = nodes - 2; node >= 0; node -= 1) {
    const predicted = pass.predictedVariance[node + 1] ?? 0;
    const j = ((pass.filteredVariance[node] ?? 0) * (pass.decay[node + 1] ?? 0)) / predicted;
    gain[node] = j;
    smoothedVariance[node] =
      (pass.filteredVariance[node] ?? 0) + j * j * ((smoothedVariance[node + 1] ?? 0) - predicted);
    for (let column = 0; column < columns; column += 1) {
      const here = node * columns + column;
      const next = here + columns;
      smoothedMean[here] =
        (pass.filteredMean[here] ?? 0) + j * ((smoothedMean[next] ?? 0) - (pass.predictedMean[next] ?? 0));
    }
  }
  return { smoothedMean, smoothedVariance, gain };
}

/** Covariance of the state at two nodes given all notes; `first` ≤ `second`. Source: EFFECTIVENESS.md §3. */
export function covarianceOfNodes(pass: BackwardPass, first: number, second: number): number {
  let covariance = pass.smoothedVariance[second] ?? 0;
  for (let node = first; node < second; node += 1) covariance *= pass.gain[node] ?? 0;
  return covariance;
}
