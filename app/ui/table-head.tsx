/** Columns by their labels; those named in `figures` stand at the right edge. */
export function TableHead({
  labels,
  figures = [],
}: {
  labels: readonly string[];
  figures?: readonly string[];
}) {
  return (
    <thead>
      <tr>
        {labels.map((label) => (
          <th key={label} scope="col" className={figures.includes(label) ? "num" : undefined}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
