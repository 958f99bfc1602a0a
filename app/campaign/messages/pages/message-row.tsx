import { levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { counted, timesInWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { ReceptionLevel, State } from "#app/ui/marks.tsx";
import { standingInWords } from "../message-words.ts";
import type { ListedMessage, MessagesView } from "../messages-view.server.ts";

type ObjectionHere = ListedMessage["objections"][number];
type Props = { listed: ListedMessage; view: MessagesView };

/** One message of the list: what it says, where its clearance stands, how it was taken, on what it leans. */
export function MessageRow({ listed, view }: Props) {
  const { number, newest, effectiveUntil } = listed.message;
  const { kind, words } = standingInWords(listed.message, view.today);
  return (
    <li>
      <span className="message-number row-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <h2>
          <a href={`${view.base}/messages/${number}`}>
            <span className="visually-hidden">Message {number}: </span>
            {newest.title}
          </a>
        </h2>
        <p className="row-statement">{newest.statement}</p>
        <p className="row-meta">
          {listed.isOnHold ? <State kind="bad">On hold</State> : null}
          <State kind={kind}>{words}</State>
          <span>Revision {newest.number}</span>
          {listed.hasEarlierCleared ? <span>An earlier wording is cleared and in use</span> : null}
          {effectiveUntil === null ? null : (
            <span>Effective until {formatDay(effectiveUntil, view.today)}</span>
          )}
        </p>
      </div>
      <Evidence listed={listed} view={view} />
    </li>
  );
}

function Evidence({ listed, view }: Props) {
  const { figure, lastUsed } = listed;
  return (
    <dl className="row-evidence">
      <div>
        <dt>Reception</dt>
        <dd>
          {figure === null || figure.notes === 0 ? (
            "Not yet heard"
          ) : (
            <>
              <ReceptionLevel figure={figure} /> {figure.verdict}
              <br />
              <span className="note">
                {rangeInWords(figure)}, {counted(figure.notes, "rating")}, raw{" "}
                {levelInDigits(figure.raw ?? 0)}
              </span>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Last used</dt>
        <dd>{lastUsed === null ? "Never" : `${formatDay(lastUsed.on, view.today)}, ${lastUsed.audience}`}</dd>
      </div>
      <div>
        <dt>Proof points</dt>
        <dd>
          <ProofPointCount listed={listed} view={view} />
        </dd>
      </div>
      <div>
        <dt>Objections</dt>
        <dd>
          <Objections objections={listed.objections} base={view.base} />
        </dd>
      </div>
    </dl>
  );
}

function ProofPointCount({ listed: { proofPoints, stale }, view }: Props) {
  if (proofPoints === 0) return <State kind="bad">None: a wording cannot be cleared without one</State>;
  if (stale.length === 0) return `${proofPoints} of ${proofPoints} current`;
  return (
    <>
      <State kind="bad">
        {stale.length} of {proofPoints} stale
      </State>{" "}
      {stale.map((code, index) => (
        <span key={code}>
          {index === 0 ? null : ", "}
          <a href={`${view.base}/proof-points/${code}`}>{code}</a>
        </span>
      ))}
    </>
  );
}

function Objections({ objections, base }: { objections: readonly ObjectionHere[]; base: string }) {
  if (objections.length === 0) return "None noted";
  const most = objections.toSorted((one, other) => other.heard - one.heard)[0];
  const difficult = objections.filter((one) => one.isDifficultQuestion && one.code !== most?.code);
  return (
    <>
      {objections.map(({ code, name }, index) => (
        <span key={code}>
          {index === 0 ? null : ", "}
          <a href={`${base}/objections/${code}`} title={name}>
            {code}
          </a>
        </span>
      ))}
      {most && most.heard > 0 ? `. ${mostHeard(most)}` : null}
      {difficult.map((one) => `. ${one.code} is a difficult question`)}
    </>
  );
}

function mostHeard({ code, heard, answered, isDifficultQuestion }: ObjectionHere): string {
  const what = isDifficultQuestion ? `${code}, a difficult question, was` : `${code}`;
  return `${what} heard ${timesInWords(heard)}, answered ${answered}`;
}
