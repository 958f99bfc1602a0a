import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Facts of a record, one a row; those without a value are left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="dl">
      {facts
        .filter(({ value }) => value !== "" && value !== null)
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
