import { AUDIENCE_ORDERS } from "../silence.ts";

/** Which audiences the list shows, and in which order; each choice is a link of its own. */
export function AudienceChoices({
  path,
  filters,
  chosen,
  order,
}: {
  path: string;
  filters: readonly { value: string; label: string; count: number }[];
  chosen: string;
  order: string;
}) {
  const link = (show: string, by: string) => {
    const search = new URLSearchParams();
    if (show !== "all") search.set("show", show);
    if (by !== AUDIENCE_ORDERS[0].value) search.set("order", by);
    return search.size === 0 ? path : `${path}?${search}`;
  };
  return (
    <div className="filters">
      <ChoiceList
        name="Show"
        choices={filters.map(({ value, label, count }) => ({
          label: `${label} (${count})`,
          to: link(value, order),
          isChosen: value === chosen,
        }))}
      />
      <ChoiceList
        name="Order"
        choices={AUDIENCE_ORDERS.map(({ value, label }) => ({
          label,
          to: link(chosen, value),
          isChosen: value === order,
        }))}
      />
    </div>
  );
}

function ChoiceList({
  name,
  choices,
}: {
  name: string;
  choices: readonly { label: string; to: string; isChosen: boolean }[];
}) {
  return (
    <nav aria-label={name}>
      <p aria-hidden>{name}</p>
      <ul>
        {choices.map(({ label, to, isChosen }) => (
          <li key={to}>
            <a href={to} aria-current={isChosen ? "true" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
