/** "Message 2", "Messages 1 and 3": messages by their numbers, at the head of a sentence. */
export function numbersInWords(numbers: readonly number[]): string {
  const [only] = numbers;
  if (numbers.length === 1) return `Message ${only}`;
  return `Messages ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

/** The same within a sentence. */
export function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
