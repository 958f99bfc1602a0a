import type { ReactNode } from "react";
import { isWebAddress } from "#app/text/text-limits.ts";

export type Fact = { label: string; value: ReactNode };

/** Facts of a record, one a row; those without a value are left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="fact-list">
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

/** Where an event meets online, as an address that opens outside the product; what is no web address is shown, never opened. */
export function MeetingLink({ address }: { address: string }) {
  if (!isWebAddress(address)) return <span>{address}</span>;
  return (
    <a href={address} rel="noreferrer external">
      {address}
    </a>
  );
}
