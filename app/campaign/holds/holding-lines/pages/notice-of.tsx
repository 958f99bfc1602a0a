import { ButtonForm } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { DayAndClocks } from "#app/ui/two-clocks.tsx";
import type { HoldView } from "../../pages/hold-view.server.ts";
import type { HolderView } from "../../pages/old-wording.tsx";

type Props = { holder: HolderView; view: HoldView };

/** What became of the new line for one person, and what can be done about it. */
export function NoticeOf({ holder, view }: Props) {
  const { standing, notice } = holder;
  const isOpen = view.mayWrite && view.hold.lifted === null;
  switch (standing.is) {
    case "not asked":
      return isOpen ? <Send holder={holder} view={view} /> : null;
    case "kept":
      return (
        <>
          <State kind="warn">To be sent once cleared</State>
          {isOpen && !view.isChoosing && notice !== null ? (
            <ButtonForm
              action="?"
              label={<Label text="Do not send" forWhom={`the new line to ${holder.name}`} />}
              fields={{ intent: "drop-notice", notice: notice.noticeId }}
              className="linklike"
            />
          ) : null}
        </>
      );
    case "to be sent by hand":
      return (
        <>
          <State kind="warn">Ready for you to send</State>
          <ByHand holder={holder} view={view} />
        </>
      );
    case "not e-mailed": {
      const { isMailOn } = view;
      return (
        <>
          <State kind="warn">
            {isMailOn ? `Not e-mailed${standing.waits ? " yet" : ""}` : "Not e-mailed: mail is off"}
          </State>
          {isOpen && !(isMailOn && standing.waits) ? <ByHand holder={holder} view={view} /> : null}
        </>
      );
    }
    case "sent":
      return (
        <>
          <State kind={standing.isPresent ? "ok" : "warn"}>
            Sent{standing.number === null ? "" : ` version ${standing.number}`}{" "}
            <DayAndClocks at={standing.at} />
          </State>
          {isOpen && !standing.isPresent ? <Send holder={holder} view={view} /> : null}
        </>
      );
  }
}

/** A box to tick while several are chosen; else a button of its own. */
function Send({ holder: { kind, id, name }, view }: Props) {
  const to = `${kind}:${id}`;
  if (view.isChoosing) {
    return (
      <label className="hold-choice">
        <input type="checkbox" name="to" value={to} /> Choose<span className="visually-hidden"> {name}</span>
      </label>
    );
  }
  return (
    <ButtonForm
      action="?"
      label={<Label text="Send the new line" forWhom={`to ${name}`} />}
      fields={{ intent: "send-new-line", to }}
    />
  );
}

/** A line goes by hand, by mail of one's own or spoken, to a contact, and to a colleague whom no e-mail reaches. */
function ByHand({ holder: { name, notice }, view }: Props) {
  const { line } = view.oldWording;
  if (line === null || notice === null) return null;
  return (
    <>
      <p className="noprint">
        <a href={`mailto:?body=${encodeURIComponent(line.text)}`}>Write the e-mail</a>
      </p>
      {view.mayWrite && !view.isChoosing ? (
        <ButtonForm
          action="?"
          label={<Label text="Mark as sent" forWhom={`to ${name}`} />}
          fields={{ intent: "mark-sent", notice: notice.noticeId }}
        />
      ) : null}
    </>
  );
}

function Label({ text, forWhom }: { text: string; forWhom: string }) {
  return (
    <>
      {text}
      <span className="visually-hidden"> {forWhom}</span>
    </>
  );
}
