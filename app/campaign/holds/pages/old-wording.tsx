// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
import { counted, timesInWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { FIRST, PhoneFold, TableHead, TenFirst } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { DayAndClocks, useToday } from "#app/ui/two-clocks.tsx";
import { NoticeOf } from "../holding-lines/pages/notice-of.tsx";
import { type HoldersOfEvent, holdersByEvent } from "../old-wording.ts";
import type { HoldView } from "./hold-view.server.ts";
import type { OldWordingView } from "./old-wording-view.server.ts";

export type HolderView = OldWordingView["holders"][number];

/** Who was told, or holds on paper, the old wording; and the way to send them the new line. */
export function OldWording({ view }: { view: HoldView }) {
  const { wordings, holders, line } = view.oldWording;
  return (
    <section aria-labelledby="old-wording">
      <h2 id="old-wording">Who holds the old wording</h2>
      {holders.length === 0 ? (
        <p className="empty">
          No one is on record: in the sixty days before the hold, no one took a print, file or copy of a paper
          with the message, and no contact is logged as having been told it.
        </p>
      ) : (
        <>
          {wordings.map(({ id, label, text }, index) => (
            <Wording key={id} label={label} text={text} isOpen={index === 0} />
          ))}
          {view.hold.lifted === null && view.mayWrite ? (
            <p className="small secondary noprint">
              {howItGoes(line !== null, view.isMailOn)} <Choosing isChoosing={view.isChoosing} />
            </p>
          ) : null}
          {line === null || view.isMailOn ? null : <Wording label="Text to copy" text={line.text} isOpen />}
          <SeveralForm view={view}>
            <PhoneFold words={counted(holders.length, "person", "people")} isOpen={view.isChoosing} />
            <div>
              <HoldersByEvent view={view} holders={holders} />
            </div>
          </SeveralForm>
        </>
      )}
    </section>
  );
}

function howItGoes(isCleared: boolean, isMailOn: boolean): string {
  const standing = isCleared ? "The line is cleared." : "No line is cleared at present.";
  if (!isMailOn)
    return `${standing} Mail is off, so no one is told by e-mail: ${isCleared ? "" : "once one is cleared, "}copy the text, send it yourself and mark it as sent.`;
  const colleagues = isCleared
    ? "The colleagues you choose will be told by e-mail at once"
    : "Once one is, the colleagues you choose now will be told by e-mail";
  return `${standing} ${colleagues}; send it to others yourself and mark it as sent.`;
}

function Wording({ label, text, isOpen }: { label: string; text: string; isOpen: boolean }) {
  if (isOpen) {
    return (
      <p className="oldw">
        <b>{label}</b> {text}
      </p>
    );
  }
  return (
    <details className="oldw">
      <summary>{label}</summary>
      <p>{text}</p>
    </details>
  );
}

function Choosing({ isChoosing }: { isChoosing: boolean }) {
  const [query, words] = isChoosing ? ["?", "One at a time"] : ["?choose=several", "Choose several"];
  return <a href={`${query}#old-wording`}>{words}</a>;
}

function SeveralForm({ view, children }: { view: HoldView; children: React.ReactNode }) {
  if (!view.isChoosing || !view.mayWrite || view.hold.lifted !== null) return children;
  return (
    <FormFrame id="send-new-line" action="?" className="several">
      <input type="hidden" name="intent" value="send-new-line" />
      {children}
      <Submit>Send the new line to those selected</Submit>
    </FormFrame>
  );
}

/** The first ten people by event, and one line that holds the others. */
function HoldersByEvent({ view, holders }: { view: HoldView; holders: readonly HolderView[] }) {
  const groups = holdersByEvent(holders);
  const others = groups.filter(({ before }) => before >= FIRST);
  const of = (some: typeof groups) =>
    some.map((group) => <HoldersFrom key={group.event?.id ?? "ours"} group={group} view={view} />);
  return (
    <>
      {of(groups.filter(({ before }) => before < FIRST))}
      {others.length === 0 ? null : (
        <details className="fold" open={view.isChoosing}>
          <summary>Told at {counted(others.length, "earlier event")}</summary>
          {of(others)}
        </details>
      )}
    </>
  );
}

/** Those who were told at one event, folded after the first ten people; of a large event so many as are left of the ten. */
function HoldersFrom({ group, view }: { group: HoldersOfEvent<HolderView>; view: HoldView }) {
  const today = useToday();
  const { event, holders, before } = group;
  const isFirst = before < FIRST;
  const many =
    event === null ? counted(holders.length, "colleague") : counted(holders.length, "person", "people");
  return (
    <details className="fold" open={isFirst || view.isChoosing}>
      <summary>
        {event === null
          ? `Our own side: ${many}`
          : `${formatDay(dateIn(event.startsAt, WASHINGTON), today)}, ${event.title}: ${many}`}
      </summary>
      <TenFirst
        items={holders.map((holder) => (
          <HolderRow key={`${holder.kind} ${holder.id}`} holder={holder} view={view} />
        ))}
        first={isFirst ? FIRST - before : FIRST}
        what={event === null ? "colleagues" : "people"}
        isOpen={view.isChoosing}
        as={(rows) => <Holders rows={rows} />}
      />
    </details>
  );
}

function Holders({ rows }: { rows: readonly React.ReactNode[] }) {
  return (
    <table className="table stacked hold-table hold-holders" role="table">
      <caption className="visually-hidden">People who were told the old wording or have it on paper</caption>
      <TableHead labels={["Who", "How and when", "Wording", "New line"]} />
      <tbody>{rows}</tbody>
    </table>
  );
}

function HolderRow({ holder, view }: { holder: HolderView; view: HoldView }) {
  const { kind, id, name, who, how, more, wording } = holder;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {kind === "contact" ? <a href={`${view.base}/contacts/${id}`}>{name}</a> : name}{" "}
        <span className="secondary hold-detail">{who}</span>
      </th>
      <td role="cell">
        {how}
        {more === 0 ? ". " : `. And ${timesInWords(more)} before. `}
        {kind === "account" ? <Seen at={holder.seenAt} view={view} /> : null}
      </td>
      <td role="cell">{wording?.label ?? "Revision not recorded"}</td>
      <td role="cell" className="hold-act">
        <NoticeOf holder={holder} view={view} />
      </td>
    </tr>
  );
}

function Seen({ at }: { at: Date | null; view: HoldView }) {
  if (at === null) return <State kind="bad">Has not seen the hold</State>;
  return (
    <State kind="ok">
      Saw the hold <DayAndClocks at={at} />
    </State>
  );
}
