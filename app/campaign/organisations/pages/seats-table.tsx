import { addressOf } from "#app/http/addresses.ts";
import { TableHead } from "#app/ui/list.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import type { SeatedContact } from "../seat-lists.server.ts";

/** Who sits in an organisation now: majority first, each side by rank. */
export function SeatsTable({
  seats,
  count,
  campaignId,
}: {
  seats: readonly SeatedContact[];
  count: Count;
  campaignId: string;
}) {
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">Members</h2>
      <p className="note">{countInWords(count)}</p>
      {seats.length === 0 ? (
        <Empty text="No seats known." />
      ) : (
        <div className="scroll">
          <table className="table">
            <TableHead labels={["Name", "Title", "Side", "Rank"]} figures={["Rank"]} />
            <tbody>
              {seats.map((seat) => (
                <Row key={seat.id} seat={seat} contacts={addressOf.contacts(campaignId)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ seat: { contact, title, side, rank }, contacts }: { seat: SeatedContact; contacts: string }) {
  return (
    <tr>
      <th scope="row">
        <a href={`${contacts}/${contact.id}`}>{contact.name}</a>
        <br />
        <span className="note">{contact.title}</span>
      </th>
      <td>{title}</td>
      <td>{side}</td>
      <td className="number">{rank}</td>
    </tr>
  );
}

type Count = { majority: number; minority: number; all: number };

function countInWords({ majority, minority, all }: Count): string {
  const seats = all === 1 ? "1 seat held" : `${all} seats held`;
  return majority + minority === 0 ? seats : `${seats}: majority ${majority}, minority ${minority}`;
}
