import type { ReactNode } from "react";
import { atWord } from "#app/text/cut.ts";
import { capital, inWords } from "#app/text/in-words.ts";
import { plainWords } from "#app/text/marks.ts";
import { staleSince } from "#app/time/as-of.ts";
import { formatDay } from "#app/time/format.ts";
import { MessageNumber, Reception, State } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { BeforeYouSayIt as Before } from "./before-you-say-it.server.ts";
import { DifferenceItem } from "./difference-item.tsx";
import type { EvidenceSince } from "./evidence-differences.ts";

type Props = { before: Before };

/** What the people of an event have heard from us, the latest first, and each point that says otherwise. */
export function BeforeYouSayIt({ before }: Props) {
  return (
    <Section before={before}>
      <Differences before={before} />
      <Occasions before={before} />
    </Section>
  );
}

/** The same beside the paper, where room is short: what they heard is folded away. */
export function BesideThePaper({ before }: Props) {
  const { heardOn } = before;
  const occasions = <Occasions before={before} />;
  return (
    <Section before={before}>
      <Differences before={before} />
      {heardOn === 0 ? (
        occasions
      ) : (
        <details>
          <summary>
            What they heard on {heardOn} {heardOn === 1 ? "occasion" : "occasions"}
          </summary>
          {occasions}
        </details>
      )}
    </Section>
  );
}

function Section({ before, children }: { before: Before; children: ReactNode }) {
  const { differences, hasPaper, occasions, page } = before;
  const isPrinted = differences.length > 0 || (hasPaper && occasions.length > 0);
  return (
    <section className={isPrinted ? "before" : "before noprint"} aria-labelledby="before-you-say-it">
      <h2 id="before-you-say-it">
        Check before speaking{" "}
        {occasions.length === 0 ? null : (
          <a className="more told-more" href={page}>
            What we have told them
          </a>
        )}
      </h2>
      {children}
    </section>
  );
}

/** The points that say something else than was told, each with both sides. */
export function Differences({ before }: Props) {
  const { differences, hasPaper, occasions, page } = before;
  if (differences.length === 0) {
    return hasPaper && occasions.length > 0 ? (
      <p className="state state-ok">Nothing in the points differs from what they were told.</p>
    ) : null;
  }
  return (
    <ul className="differences">
      {differences.map((one) => (
        <DifferenceItem key={one.key} one={one} page={page} />
      ))}
    </ul>
  );
}

/** What they heard on the latest occasions that were asked for; whole on the page that tells all of them. */
export function Occasions({ before, isWhole = false }: Props & { isWhole?: boolean }) {
  const today = useToday();
  const { occasions, heardOn, isKnownWho, isCut, page } = before;
  if (!isKnownWho) return <Empty text="No one has been named yet: add participants or an audience." />;
  if (occasions.length === 0)
    return (
      <Empty text="Your campaigns have no record of anything said to these participants or audiences." />
    );
  const last = occasions.at(-1);
  return (
    <>
      <ul className={isWhole ? "occasions" : "occasions noprint"}>
        {occasions.map((occasion) => (
          <Occasion key={occasion.href} occasion={occasion} isWhole={isWhole} />
        ))}
      </ul>
      {occasions.length < heardOn && last !== undefined ? (
        <p className="note noprint">
          <a href={page}>
            {heardOn - occasions.length} more before {formatDay(last.day, today)}
          </a>
        </p>
      ) : null}
      {isCut && isWhole ? (
        <p className="note">The list shows the latest meetings, and earlier ones that had a paper.</p>
      ) : null}
    </>
  );
}

type Told = Before["occasions"][number];
type Point = Told["points"][number];

const LONGEST_IN_SHORT = 150;

/** One occasion: when, from whom, to whom of those who come, and what was said; in short, or whole. */
function Occasion({ occasion, isWhole }: { occasion: Told; isWhole: boolean }) {
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

/** In how many things the paper differs from what its listeners were told, and how many of them it says openly. */
export function WordingHeard({ differing: { count, saidOpenly } }: Pick<Before, "differing">) {
  if (count === 0) return <State kind="ok">The same</State>;
  const words = `${count} ${count === 1 ? "differs" : "differ"}`;
  if (saidOpenly === count) return <State kind="ok">{words}, said openly</State>;
  return (
    <State kind="warn">
      {words}, {saidOpenly === 0 ? "named" : `${saidOpenly} said openly`}
    </State>
  );
}
