/**
 * A refusal to throw: one sentence and its status. A page shows the sentence in its frame; a file that is refused answers
 * with it as it is, where Remix would put words of its own in the place of anything but a response.
 */
export function refusal(sentence: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(sentence, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", ...headers },
  });
}
