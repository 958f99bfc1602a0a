import { atWord } from "#app/text/cut.ts";
import { capital, inWords } from "#app/text/in-words.ts";
import { plainWords } from "#app/text/marks.ts";
import { staleSince } from "#app/time/as-of.ts";
import { formatDay } from "#app/time/format.ts";
import { MessageNumber, Reception, State } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { BeforeYouSayIt } from "./before-you-say-it.server.ts";
import type { EvidenceSince } from "./evidence-differences.ts";

type Told = BeforeYouSayIt["occasions"][number];
type Point = Told["points"][number];

const LONGEST_IN_SHORT = 150;

/** One occasion: when, from whom, to whom of those who come, and what was said; in short, or whole. */
export function Occasion({ occasion, isWhole }: { occasion: Told; isWhole: boolean }) {
  const { day, href, title, by, whom, isOtherCampaign, points } = occasion;
  return (
    <li>
      <p className="told-when">
        <b>{formatDay(day, useToday())}</b> {whom.join(", ")}
        {by.length === 0 ? null : `, from ${inWords(by)}`}. <a href={href}>{title}</a>
        {isOtherCampaign ? <span className="note"> From another of your campaigns.</span> : null}
      </p>
      <ul className="told-points">
        {points.map((point) => (
          <li key={`${point.messageNumber} ${point.text}`}>
            <Said point={point} isWhole={isWhole} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Said({ point, isWhole }: { point: Point; isWhole: boolean }) {
  const words = plainWords(point.text);
  return (
    <>
      {point.messageNumber === null ? null : (
        <>
          <span className="visually-hidden">Message </span>
          <MessageNumber n={point.messageNumber} />{" "}
        </>
      )}
      <Words
        text={isWhole ? words : atWord(words, LONGEST_IN_SHORT)}
        isQuoted={point.wording === "as written"}
      />{" "}
      {point.receptions.map(({ score, whom }) => (
        <span key={whom} className="told-took">
          <Reception score={score} /> {whom}
        </span>
      ))}
      <span className="note">{howSaid(point)}</span>
      {point.evidence.map((one) => (
        <Evidence key={one.proofPointId} {...one} isCarried={!point.isFromLog} />
      ))}
    </>
  );
}

/** A quotation only where it was logged that they were said as written. */
function Words({ text, isQuoted }: { text: string; isQuoted: boolean }) {
  return isQuoted ? <q>{text}</q> : <span className="told-words-heard">{text}</span>;
}

/** "Revision 4, as written." */
function howSaid({ revision, wording }: Point): string {
  const parts = [revision === null ? "" : `revision ${revision}`, wording ?? ""].filter(Boolean).join(", ");
  return parts === "" ? "" : ` ${capital(parts)}. `;
}

/** What stood in the footnotes of a paper was carried, not said. */
function Evidence({ source, since, isCarried }: Point["evidence"][number] & { isCarried: boolean }) {
  return (
    <span className="evidence">
      {isCarried ? "Backed by " : ""}
      {source} <Since since={since} />
    </span>
  );
}

function Since({ since }: { since: EvidenceSince }) {
  const today = useToday();
  switch (since.since) {
    case "as it was":
      return null;
    case "stale":
      return <State kind="bad">{capital(staleSince(since.reviewBy, today))}</State>;
    case "changed":
      return <State kind="warn">Changed since: {since.changes.join(", ")}</State>;
    case "gone":
      return <State kind="bad">No longer in the library</State>;
  }
}
