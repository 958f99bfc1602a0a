import { useActionData, useLoaderData } from "@remix-run/react";
import desks from "#app/campaign/clearances/desks-asked.css?url";
import { answersOf, isOwnDraft } from "#app/campaign/clearances/requests.server.ts";
import { FORMATS } from "#app/documents/formats.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { capital } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { type Act, FileLinks, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { RecordForm } from "#app/ui/record-page.tsx";
import { DayAndClocks, useToday } from "#app/ui/two-clocks.tsx";
import { CORRESPONDENCE_RECORDS } from "../record.ts";
import { leftToWrite } from "../words.ts";
import { CableClearance, choosesDesks } from "./cable-clearance.tsx";
import styles from "./correspondence.css?url";
import { answerLetterAct, typedOf } from "./letter-acts.server.ts";
import { LetterSheet } from "./letter-sheet.tsx";
import { askingAbout, leavingHere, letterHere } from "./letters-here.server.ts";

export const links = () => [desks, styles].map((href) => ({ rel: "stylesheet", href }));
export const meta = ({ data }: { data: { subject: string } | undefined }) =>
  pageTitle(data?.subject ?? "Cable");

export const loader = campaignPage("read", async (arrival) => {
  const { campaign, account, may, kept } = arrival;
  const letter = await letterHere(arrival);
  const { standing, clearance, document, lacksSigns } = await leavingHere(arrival, letter);
  const [newest, ...earlier] = letter.versions;
  return {
    campaignId: campaign.id,
    letter: {
      id: letter.id,
      kind: letter.kind,
      version: letter.version,
      eventId: letter.eventId,
      eventTitle: letter.eventTitle,
    },
    erasedOn: letter.erasedOn,
    subject: newest.subject,
    newest: {
      number: newest.number,
      madeAt: newest.madeAt,
      madeBy: newest.madeBy.name,
      wordsId: newest.wordsId,
      isLast: earlier.length === 0,
    },
    document,
    lacksSigns,
    clearance: {
      isWanted: letter.kind === "cable" && campaign.cablesAreCleared,
      line: clearance,
      status: standing.status,
      round: standing.round,
      mine: answersOf(standing.round, account.id).map(({ id }) => id),
      isOwnDraft: isOwnDraft(standing.round, account.id),
      asking: await askingAbout(arrival, letter),
    },
    left: leftToWrite(newest),
    values: kept ?? typedOf(letter, newest),
    mayWrite: may("write"),
  };
});

export type LetterPage = Awaited<ReturnType<typeof loader>>;

export const action = campaignAction("write", answerLetterAct);

/** A cable, a memorandum or a thank-you note: as it leaves, edited in its place. */
export default function Letter() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { campaignId, letter, subject, mayWrite, erasedOn } = page;
  const today = useToday();
  const list = addressOf.correspondence(campaignId);
  const here = `${list}/${letter.id}`;
  const isReady = !page.clearance.isWanted || page.clearance.status === "cleared";
  return (
    <>
      <PageHead
        title={capital(letter.kind)}
        sub={<SavedLine page={page} here={here} />}
        crumbs={crumbsOf(page, list)}
        acts={<FileLinks of={here} formats={isReady ? ["pdf", "txt"] : ["docx", "pdf", "txt"]} />}
        next={isReady ? { label: FORMATS.docx.says, to: `${here}.docx` } : awaited(page)}
      />
      {erasedOn === null ? null : (
        <p className="note">
          A name was erased from every version of this text on {formatDay(erasedOn, today)}.
        </p>
      )}
      {page.lacksSigns ? (
        <p className="note noprint">
          The PDF has no typeface for some characters in this text, such as emoji, and shows □ instead. The
          Word file shows them.
        </p>
      ) : null}
      <StillToWrite left={page.left} />
      {page.clearance.isWanted ? <CableClearance page={page} refused={refused} here={here} /> : null}
      <div className="letter">
        {mayWrite ? (
          <section aria-label={`Edit: ${subject}`} className="letter-form noprint">
            <RecordForm
              of={CORRESPONDENCE_RECORDS[letter.kind]}
              refused={ofForm(refused, page)}
              values={page.values}
              version={letter.version}
              action={here}
              leave={here}
              save="Save"
              pending="Saving…"
              after={
                <p>
                  <button type="submit" className="button" name="intent" value="draft-again">
                    Save and draft again
                  </button>{" "}
                  <span className="note">
                    The present text is kept as a version; the new draft becomes another.
                  </span>
                </p>
              }
            />
          </section>
        ) : null}
        <LetterSheet document={page.document} />
      </div>
    </>
  );
}

/** What a cable waits for from this reader before it can leave. */
function awaited({ clearance: { round, mine }, mayWrite }: LetterPage): Act | null {
  if (mine.length > 0) return { label: "Answer", to: "#clearance" };
  const isAtDesks = round.some(({ answer }) => answer === null);
  return mayWrite && !isAtDesks ? { label: "Send for clearance", to: "#clearance" } : null;
}

type Refused = ReturnType<typeof useActionData<typeof action>>;

/** What came back of a button leaves the form as it was; what was typed for or by a desk stands in its own. */
function ofForm(refused: Refused, page: LetterPage): Refused {
  const intent = refused?.values.intent?.[0];
  if (refused === undefined || intent === undefined) return refused;
  return intent === "return" || choosesDesks(refused) ? undefined : { ...refused, values: page.values };
}

function crumbsOf({ campaignId, letter, subject }: LetterPage, list: string) {
  if (letter.eventId === null) {
    return [{ label: "Cables", to: list }, subject];
  }
  const event = addressOf.event(campaignId, letter.eventId);
  return [
    { label: letter.eventTitle ?? "Event", to: event },
    { label: "Memorandum and thank-you note", to: `${list}?event=${letter.eventId}` },
    capital(letter.kind),
  ];
}

function SavedLine({ page, here }: { page: LetterPage; here: string }) {
  const { newest, letter, clearance } = page;
  return (
    <>
      {letter.kind === "thank-you note" || clearance.isWanted ? null : `${clearance.line}. `}
      Version {newest.number}, <DayAndClocks at={newest.madeAt} />, {newest.madeBy}.{" "}
      {newest.isLast ? null : <a href={`${here}/versions`}>Compare versions</a>}
    </>
  );
}

/** The square brackets: what no record holds. */
function StillToWrite({ left }: { left: readonly string[] }) {
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="left" className="left-to-write noprint">
      <h2 id="left">Still to write</h2>
      <ul>
        {left.map((what) => (
          <li key={what}>{what.slice(1, -1)}</li>
        ))}
      </ul>
    </section>
  );
}
