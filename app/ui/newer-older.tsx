/** The pages of a long list whose length is not counted: newer and older, filters kept. */
export function NewerOlder({
  page,
  hasOlder,
  path,
  search,
}: {
  page: number;
  hasOlder: boolean;
  path: string;
  search: Readonly<Record<string, string | number>>;
}) {
  if (page === 1 && !hasOlder) return null;
  const link = (to: number) => {
    const kept = Object.entries({ ...search, page: to > 1 ? to : "" }).filter(([, value]) => value !== "");
    const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)]));
    return query.size === 0 ? path : `${path}?${query}`;
  };
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 ? <a href={link(page - 1)}>Newer</a> : null}
      <span>Page {page}</span>
      {hasOlder ? <a href={link(page + 1)}>Older</a> : null}
    </nav>
  );
}
