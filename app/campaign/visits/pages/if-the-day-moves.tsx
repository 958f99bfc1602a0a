import type { VisitPage } from "./visit-page.server.ts";

/** What hangs on the day of the visit, and who holds the programme on paper or in a mail. */
export function IfTheDayMoves({ page }: { page: VisitPage }) {
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">If the day moves</h2>
      <p className="small">
        {counted(page.columns.length, "item")} and {counted(page.deadlines.length, "deadline")} move with it,
        and this page says which fall on a weekend or a holiday.{" "}
        {page.mayWrite && page.isMovable ? <a href={`${page.own}/move`}>Move the visit</a> : null}
      </p>
      <p className="small">
        People who hold this programme: <b>{page.holdersWords}</b>.{" "}
        <a href={`${page.here}/copies`}>{page.mayWrite ? `Send version ${page.number}` : "Who holds it"}</a>
      </p>
    </section>
  );
}

/** "1 item", "6 items", "No item". */
function counted(count: number, noun: string): string {
  if (count === 0) return `No ${noun}`;
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
