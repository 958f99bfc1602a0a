/** What work that gives way between its steps comes to, all at once. */
export function finished<Answer>(steps: Generator<void, Answer>): Answer {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
