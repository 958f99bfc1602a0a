import { Empty } from "#app/ui/page-head.tsx";
import type { SeatedContact } from "#db/queries/seat-lists.server.ts";

/** Who sits in an organisation now: majority first, each side by rank. */
export function SeatsTable({
  seats,
  count,
  campaignId,
}: {
  seats: readonly SeatedContact[];
  count: { majority: number; minority: number; all: number };
  campaignId: string;
}) {
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">Members</h2>
      <p className="note">{countInWords(count)}</p>
      {seats.length === 0 ? (
        <Empty text="No seat is known." />
      ) : (
        <div className="scroll">
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Title here</th>
                <th scope="col">Side</th>
                <th scope="col" className="num">
                  Rank
                </th>
              </tr>
            </thead>
            <tbody>
              {seats.map(({ id, contact, title, side, rank }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={`/c/${campaignId}/contacts/${contact.id}`}>{contact.name}</a>
                    <br />
                    <span className="note">{contact.title}</span>
                  </th>
                  <td>{title}</td>
                  <td>{side ?? ""}</td>
                  <td className="num">{rank ?? ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function countInWords({
  majority,
  minority,
  all,
}: {
  majority: number;
  minority: number;
  all: number;
}): string {
  const seats = all === 1 ? "1 seat held" : `${all} seats held`;
  return majority + minority === 0 ? seats : `${seats}: majority ${majority}, minority ${minority}`;
}
