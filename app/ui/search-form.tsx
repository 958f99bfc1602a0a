/** A search of one list, by its address; `given` holds the filters that stay. */
export function SearchForm({
  path,
  label,
  q,
  given = {},
}: {
  path: string;
  label: string;
  q: string;
  given?: Readonly<Record<string, string>>;
}) {
  return (
    <search>
      <form action={path} method="get" className="search">
        {Object.entries(given)
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <label htmlFor="q">{label}</label>
        <input id="q" type="search" name="q" defaultValue={q} autoComplete="off" />
        <button type="submit" className="btn">
          Search
        </button>
      </form>
    </search>
  );
}
