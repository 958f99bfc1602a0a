import type { FoundChange } from "../changes-found.ts";

/** What a form sends to say which of the found changes is meant. */
export function changeKey({ messageId, audienceId, direction, before }: FoundChange): string {
  return [messageId, audienceId ?? "all", direction, before].join(" ");
}
