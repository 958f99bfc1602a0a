import { formatDate } from "#app/time/format.ts";
import { State } from "./marks.tsx";

/** An instruction that stands over what a page shows. */
export type OverView = {
  issuer: string;
  reference: string;
  redLines: readonly string[];
  expiresOn: string | null;
  isAnswered: boolean;
  place: string;
};

/** What stands over a paper or an event: whose instruction, its red lines, and until when they bind. */
export function InstructionNotice({ over }: { over: readonly OverView[] }) {
  return over.map(({ issuer, reference, redLines, expiresOn, isAnswered, place }) => (
    <section key={place} className="over" aria-label={`Instruction ${reference}`}>
      <p>
        <State kind={isAnswered ? "ok" : "warn"}>
          {isAnswered ? "Instruction, answered" : "Under instruction"}
        </State>{" "}
        <a href={place}>{reference}</a>, {issuer}
        {expiresOn === null ? null : `, until ${formatDate(expiresOn)}`}
      </p>
      {redLines.length === 0 ? null : (
        <ul aria-label="Red lines">
          {redLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  ));
}
