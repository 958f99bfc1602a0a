const LONGEST = 200;
const MOST = 50;
const MOST_OF_A_LINK = 1_900;

export type ReadHolders = { ok: true; holders: readonly string[] } | { ok: false; words: string };

/** Who was given a copy, one a line, each once. Refuses none, more than 50 at once, and lines over 200 characters. */
export function readHolders(typed: string): ReadHolders {
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const holders = lines.filter(
    (line, index) => lines.findIndex((other) => other.toLowerCase() === line.toLowerCase()) === index,
  );
  if (holders.length === 0) return { ok: false, words: "Enter who has it, one a line" };
  if (holders.length > MOST) return { ok: false, words: `Enter ${MOST} at once at most` };
  if (holders.some((line) => line.length > LONGEST))
    return { ok: false, words: `Use ${LONGEST} characters a line at most` };
  return { ok: true, holders };
}

/** The e-mail address in a holder's line ("Office <scheduler@state.example>"), or null. */
export function addressIn(holder: string): string | null {
  return /[^\s<>@,;:"()?&]+@[^\s<>@,;:"()?&]+\.[^\s<>@,;:"()?&]+/.exec(holder)?.[0] ?? null;
}

/**
 * A link that opens a mail with the text in it [RFC 6068]; `to` may be empty. Null where the text is too long for the
 * links that mail programs open (1,900 characters encoded): it is copied instead, never cut.
 */
export function mailtoLink(to: string, subject: string, text: string): string | null {
  const body = text.replaceAll(/\r?\n/g, "\r\n");
  const link = `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return link.length > MOST_OF_A_LINK ? null : link;
}
