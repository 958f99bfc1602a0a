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

/** Where the filter stands: its columns' means and their variance, and what the last note was against them. */
export type FilterState = {
  mean: Float64Array;
  variance: number;
  innovation: Float64Array;
  innovationVariance: number;
};

/** Before the first note: nought, as uncertain as a level is anywhere. */
export function startOfFilter(columns: number, { tau }: Pick<StateParameters, "tau">): FilterState {
  return {
    mean: new Float64Array(columns),
    variance: tau * tau,
    innovation: new Float64Array(columns),
    innovationVariance: 0,
  };
}

/** Lets `gap` days pass: r = 2^(−gap/H), a ← r a, P ← r² P + tau² (1 − r²). Answers with r. Source: EFFECTIVENESS.md §3. */
export function letPass(state: FilterState, gap: number, { tau, halfLifeDays }: StateParameters): number {
  if (gap <= 0) return 1;
  const decay = 2 ** (-gap / halfLifeDays);
  const { mean } = state;
  for (let column = 0; column < mean.length; column += 1) mean[column] = decay * (mean[column] ?? 0);
  state.variance = decay * decay * state.variance + tau * tau * (1 - decay * decay);
  return decay;
}

/**
 * Takes one note with its noise s = sigma² c: F = P + s, v = row − a, K = P/F, a ← a + K v, P ← P s/F, which cannot go
 * negative. Its row begins at `start` in `rows`. Source: EFFECTIVENESS.md §3.
 */
export function takeNote(state: FilterState, rows: Float64Array, start: number, noise: number): void {
  const { mean, innovation, variance } = state;
  const innovationVariance = variance + noise;
  const gain = variance / innovationVariance;
  for (let column = 0; column < mean.length; column += 1) {
    const before = mean[column] ?? 0;
    const difference = (rows[start + column] ?? 0) - before;
    innovation[column] = difference;
    mean[column] = before + gain * difference;
  }
  state.innovationVariance = innovationVariance;
  state.variance = (variance * noise) / innovationVariance;
}

/**
 * The filter of a stationary Ornstein-Uhlenbeck state with irregular gaps, all columns at once, with everything kept
 * that the smoother needs. Cost: nodes × columns. Source: EFFECTIVENESS.md §3.
 */
export function filterForward(nodes: Nodes, parameters: StateParameters): ForwardPass {
  const { columns, days } = nodes;
  const pass = emptyPass(days.length, columns);
  const state = startOfFilter(columns, parameters);
  for (let node = 0; node < days.length; node += 1) {
    const gap = node === 0 ? 0 : (days[node] ?? 0) - (days[node - 1] ?? 0);
    pass.decay[node] = letPass(state, gap, parameters);
    pass.predictedVariance[node] = state.variance;
    pass.predictedMean.set(state.mean, node * columns);
    const multiplier = nodes.multipliers[node] ?? 0;
    if (multiplier !== 0) {
      takeNote(state, nodes.rows, node * columns, parameters.sigma * parameters.sigma * multiplier);
      pass.innovation.set(state.innovation, node * columns);
      pass.innovationVariance[node] = state.innovationVariance;
    }
    pass.filteredVariance[node] = state.variance;
    pass.filteredMean.set(state.mean, node * columns);
  }
  return pass;
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
