import { addressOf } from "#app/http/addresses.ts";
import { formatDay } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { Stance } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { stanceLabel } from "./stance.ts";
import type { StoredReading } from "./stance-readings.server.ts";

/** Stance readings as a table, the latest first, each with its evidence and who read it. */
export function ReadingsTable({
  readings,
  campaignId,
}: {
  readings: readonly StoredReading[];
  campaignId: string;
}) {
  const today = useToday();
  return (
    <table className="table">
      <TableHead labels={["Date of reading", "Stance", "Evidence", "By"]} />
      <tbody>
        {readings.toReversed().map((reading) => (
          <tr key={reading.id}>
            <td className="nowrap">{formatDay(reading.readOn, today)}</td>
            <td className="nowrap">
              <Stance n={reading.stance} /> {stanceLabel(reading.stance)}
            </td>
            <td>
              {reading.evidence}
              {reading.outreachEventId === null || reading.eventTitle === null ? null : (
                <>
                  {" "}
                  <a href={addressOf.event(campaignId, reading.outreachEventId)}>{reading.eventTitle}</a>
                </>
              )}
            </td>
            <td>{reading.author}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
