import { State } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import type { VisitPage } from "../../pages/visit-page.server.ts";
import type { Part } from "../who-goes.ts";

/** Members by items: who goes, speaks and takes notes, and what the rules say about it. */
export function WhoGoesWhere({ page }: { page: VisitPage }) {
  const { members, columns } = page;
  return (
    <section aria-labelledby="who-goes">
      <h2 id="who-goes">
        Who goes where{" "}
        {page.mayWrite ? (
          <span className="more">
            <a href={`${page.here}/members`}>Members</a>
            {members.length > 0 && columns.length > 0 ? (
              <>
                {" "}
                · <a href={`${page.here}/who-goes`}>Change who goes</a>
              </>
            ) : null}
          </span>
        ) : null}
      </h2>
      {members.length === 0 ? (
        <Empty
          text="Nobody is in the delegation yet."
          act={page.mayWrite ? { label: "Add the first member", to: `${page.here}/members` } : null}
        />
      ) : (
        <PartsTable page={page} />
      )}
      {members.length === 0 ? null : <Check page={page} />}
    </section>
  );
}

function PartsTable({ page }: { page: VisitPage }) {
  const { members, columns } = page;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="whs" tabIndex={0} aria-label="Who goes where, table">
      <table className="tbl wh">
        <thead>
          <tr>
            <th scope="col" className="n">
              Person
            </th>
            {columns.map(({ id, time, title }) => (
              <th scope="col" key={id}>
                {time}
                <br />
                <span className="short">{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                {member.name}
                <span className="sub">{member.title}</span>
              </th>
              {columns.map((item) => (
                <td key={item.id}>
                  <PartMark part={partOf(page, member.id, item.id)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function partOf(page: VisitPage, memberId: string, itemId: string): Part | null {
  return page.parts.find((one) => one.memberId === memberId && one.itemId === itemId)?.part ?? null;
}

function PartMark({ part }: { part: Part | null }) {
  if (part === null)
    return (
      <span className="no">
        –<span className="vh"> Does not go</span>
      </span>
    );
  if (part !== "goes") return <span className="go sp">{part}</span>;
  return (
    <>
      <span className="go" />
      <span className="vh">Goes</span>
    </>
  );
}

function Check({ page: { check } }: { page: VisitPage }) {
  if (check.faults.length === 0)
    return <p className="note under">Times in Washington. {check.inOrder ?? "No item yet."}</p>;
  return (
    <ul className="faults under">
      {check.faults.map((fault) => (
        <li key={fault}>
          <State kind="bad">{fault}</State>
        </li>
      ))}
    </ul>
  );
}
