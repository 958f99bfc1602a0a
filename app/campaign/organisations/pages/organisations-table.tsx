import { formatDate } from "#app/time/format.ts";
import { TableHead } from "#app/ui/table-head.tsx";
import type { ListedOrganisation } from "../lists.server.ts";

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
        <TableHead labels={["Name", "Kind", "Belongs to", "Seats held"]} figures={["Seats held"]} />
        <tbody>
          {organisations.map((organisation) => (
            <Row key={organisation.id} organisation={organisation} base={base} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ organisation, base }: { organisation: ListedOrganisation; base: string }) {
  const { id, name, kind, parent, seats, endedOn } = organisation;
  return (
    <tr>
      <th scope="row">
        <a href={`${base}/${id}`}>{name}</a>
        {endedOn === null ? null : <span className="note"> ended {formatDate(endedOn)}</span>}
      </th>
      <td>{kind}</td>
      <td>{parent}</td>
      <td className="num">{seats === 0 ? null : seats}</td>
    </tr>
  );
}
