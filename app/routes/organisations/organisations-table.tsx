import { formatDate } from "#app/domain/time/format.ts";
import type { ListedOrganisation } from "#db/queries/organisation-lists.server.ts";

/** Organisations as rows: name, what they are, to what they belong, how many seats are held. */
export function OrganisationsTable({
  organisations,
  base,
}: {
  organisations: readonly ListedOrganisation[];
  base: string;
}) {
  return (
    <div className="scroll">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Belongs to</th>
            <th scope="col" className="num">
              Seats held
            </th>
          </tr>
        </thead>
        <tbody>
          {organisations.map(({ id, name, kind, parent, seats, endedOn }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${base}/${id}`}>{name}</a>
                {endedOn === null ? null : <span className="note"> ended {formatDate(endedOn)}</span>}
              </th>
              <td>{kind}</td>
              <td>{parent ?? ""}</td>
              <td className="num">{seats === 0 ? "" : seats}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
