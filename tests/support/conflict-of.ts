/** What a page says of a form that somebody else saved first: under each label theirs and mine, as a reader sees them. */
export function conflictOf(html: string): Readonly<Record<string, readonly [theirs: string, mine: string]>> {
  const sides =
    /<h3>([^<]*)<\/h3><div><p class="note">Theirs<\/p><p>([^<]*)<\/p><\/div><div><p class="note">Yours<\/p><p>([^<]*)<\/p>/g;
  return Object.fromEntries(
    [...html.matchAll(sides)].map(([, label = "", theirs = "", mine = ""]) => [label, [theirs, mine]]),
  );
}
