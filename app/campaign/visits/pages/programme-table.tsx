// biome-ignore-all lint/a11y/noRedundantRoles: the phone’s layout would take the roles away
import { Fragment, type ReactNode } from "react";
import { MeetingLink } from "#app/ui/fact-list.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import type { ItemView } from "./item-view.ts";
import type { VisitPage } from "./visit-page.server.ts";

/** The items of a visit in their order, with plan B beside each; on a phone, under it. */
export function ProgrammeTable({ page }: { page: VisitPage }) {
  return (
    <section aria-labelledby="programme">
      <h2 id="programme">Programme</h2>
      {page.programme.length === 0 ? (
        <Empty
          text="No items yet. Each meeting is an event in its own right, with its paper, people and outcome."
          act={page.mayWrite ? { label: "Add the first item", to: `${page.here}/items/new` } : null}
        />
      ) : (
        <table className="table stacked programme" role="table">
          <TableHead labels={["Washington", "Item and place", "Who goes", "Plan B"]} />
          <tbody>
            {page.programme.map((day) => (
              <Day key={day.day} day={day} page={page} />
            ))}
          </tbody>
        </table>
      )}
      <p className="note visit-note">
        Only meetings are recorded: not routes, cars, flights, rooms or who guards whom. Times are in
        Washington, with {page.homeCity} time beside them.
      </p>
    </section>
  );
}

type Day = VisitPage["programme"][number];

function Day({ day, page }: { day: Day; page: VisitPage }) {
  return (
    <>
      {page.isSeveralDays ? (
        <tr role="row" className="programme-day">
          <th scope="col" role="columnheader" colSpan={4}>
            {day.day}
          </th>
        </tr>
      ) : null}
      {day.rows.map((row) =>
        row.row === "free" ? (
          <tr role="row" className="free-time" key={`free ${row.washington}`}>
            <th scope="row" role="rowheader">
              {row.washington}
              <span>{row.home}</span>
            </th>
            <td role="cell" colSpan={3}>
              Free. Travel and rest are not recorded here.
            </td>
          </tr>
        ) : (
          <Item key={row.id} item={row} page={page} />
        ),
      )}
    </>
  );
}

function Item({ item, page }: { item: ItemView; page: VisitPage }) {
  return (
    <tr role="row" className={item.takesPlace ? undefined : "is-off"}>
      <th scope="row" role="rowheader">
        {item.washington}
        <span>{item.home}</span>
        {item.local === null ? null : <span>{item.local}</span>}
      </th>
      <td role="cell">
        <a href={`${page.own.slice(0, page.own.lastIndexOf("/"))}/${item.eventId}`}>{item.title}</a>
        <span className="item-place">
          {item.placeWords} {item.link === "" ? null : <MeetingLink address={item.link} />}{" "}
          {item.messages.map((n) => (
            <Fragment key={n}>
              <span className="visually-hidden">message </span>
              <MessageNumber n={n} />{" "}
            </Fragment>
          ))}
        </span>
        <ItemStateMark item={item} /> {item.note}
        {page.mayWrite ? (
          <a className="edit noprint" href={`${page.here}/items/${item.id}`}>
            Edit<span className="visually-hidden"> {item.title}</span>
          </a>
        ) : null}
        {item.madeOf.length === 0 ? null : (
          <span className="item-made-of noprint">
            {item.madeOf.map(({ words, to }) => (
              <Fragment key={`${to} ${words}`}>
                <a href={to}>
                  {words}
                  <span className="visually-hidden">: {item.title}</span>
                </a>{" "}
              </Fragment>
            ))}
          </span>
        )}
      </td>
      <td role="cell">
        <span className="cell-label">Who goes: </span>
        {item.who}
      </td>
      <td role="cell" className="plan-b">
        <span className="cell-label">Plan B: </span>
        <PlanB item={item} />
      </td>
    </tr>
  );
}

function PlanB({ item }: { item: ItemView }) {
  const words = [item.planBNote, item.decideBy ?? ""].filter((part) => part !== "").join(". ");
  if (item.planB === "") return <State kind="off">Not entered yet</State>;
  return (
    <>
      {words === "" ? item.planB : <b>{item.planB}</b>}
      {words}
    </>
  );
}

function ItemStateMark({ item: { state } }: { item: ItemView }) {
  if (state === null) return null;
  switch (state.state) {
    case "confirmed":
      return <State kind="ok">Confirmed</State>;
    case "held":
      return <State kind="ok">Held</State>;
    case "tentative":
      return <State kind="warn">Tentative</State>;
    case "at risk":
      return (
        <>
          <State kind="bad">At risk</State> {state.because}.
        </>
      );
    case "cancelled":
      return <State kind="bad">Cancelled: {state.because}</State>;
    case "not held":
      return <State kind="off">Not held. {state.because}</State>;
  }
}

/** Who goes where: a row a member, a column an item, in each cell what is given for the two. */
export function WhoGoesTable({
  page,
  className,
  cell,
}: {
  page: {
    members: readonly { id: string; name: string; title: string }[];
    items: readonly { id: string; time: string; title: string }[];
  };
  className: string;
  cell: (memberId: string, item: { id: string; time: string; title: string }) => ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="who-goes-scroll" tabIndex={0} aria-label="Who goes where, table">
      <table className={`table ${className}`}>
        <thead>
          <tr>
            <th scope="col" className="item-column">
              Person
            </th>
            {page.items.map(({ id, time, title }) => (
              <th scope="col" key={id}>
                {time}
                <br />
                <span className="short">{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.members.map(({ id, name, title }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                <span className="secondary">{title}</span>
              </th>
              {page.items.map((item) => (
                <td key={item.id}>{cell(id, item)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
