/** Others are let in after so many milliseconds. */
const LONGEST_TURN = 10;

const waiting: (() => void)[] = [];

/**
 * Waits for a turn of the event loop in which nobody else goes on who waits here: what has come in is answered between any
 * two of them. From `setImmediate` alone all who wait go on in one turn, however many they are.
 */
export function nextTurn(): Promise<void> {
  return new Promise((goOn) => {
    waiting.push(goOn);
    if (waiting.length === 1) setImmediate(letOneOn);
  });
}

function letOneOn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(letOneOn);
}

/** Runs work that gives way between its steps to its end: no request waits for the whole of it. */
export async function inTurns<Answer>(steps: Generator<void, Answer>): Promise<Answer> {
  let began = performance.now();
  let step = steps.next();
  while (!step.done) {
    if (performance.now() - began > LONGEST_TURN) {
      await nextTurn();
      began = performance.now();
    }
    step = steps.next();
  }
  return step.value;
}

/** A list that is made one by one, while others are let in. */
export function listInTurns<Item>(items: Iterable<Item>): Promise<Item[]> {
  return inTurns(collected(items));
}

function* collected<Item>(items: Iterable<Item>): Generator<void, Item[]> {
  const list: Item[] = [];
  for (const item of items) {
    list.push(item);
    yield;
  }
  return list;
}

/** A text that is made piece by piece, as the bytes of one turn after the other. */
export async function* bytesInTurns(pieces: Iterable<string>): AsyncGenerator<Buffer<ArrayBuffer>> {
  let turn: string[] = [];
  let began = performance.now();
  for (const piece of pieces) {
    turn.push(piece);
    if (performance.now() - began < LONGEST_TURN) continue;
    yield Buffer.from(turn.join(""));
    turn = [];
    await nextTurn();
    began = performance.now();
  }
  yield Buffer.from(turn.join(""));
}

/** Lets work through one piece at a time, in the order in which it came; a piece that fails lets the next one in. */
export function oneAtATime(): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
