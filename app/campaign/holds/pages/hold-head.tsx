import { twoClocks } from "#app/time/format.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { TwoTimes, useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import { inBothClocks, lineSentence } from "../hold-words.ts";
import { sendLine } from "../holding-lines/holding-line.ts";
import type { HoldView } from "./hold-view.server.ts";

/** The top of a hold's page: what is stopped, where the line stands, and the facts of the hold. */
export function HoldHead({ view }: { view: HoldView }) {
  const { hold, base, state, line } = view;
  const { number, title } = hold.message;
  return (
    <>
      <PageHead
        title={
          hold.lifted === null ? `Message ${number} is on hold` : `The hold on message ${number} was lifted`
        }
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: `Message ${number}`, to: `${base}/messages/${number}` },
          { label: "Holds", to: `${base}/holds` },
          "Hold",
        ]}
        acts={<Acts view={view} />}
      />
      <p className="hold-lede">
        {hold.lifted === null ? (
          <>
            Nothing that uses <b>“{title}”</b> can go out as cleared. {lineSentence(state)}
          </>
        ) : (
          <>
            The hold no longer affects anything that uses <b>“{title}”</b>; any post that it stopped needs a
            new time. {line === null ? "No holding line was written." : lineSentence(state)}
          </>
        )}
      </p>
      <Strip view={view} />
    </>
  );
}

/**
 * What comes next is the primary act: to write the line, to send it, to answer for one's desk, to release it or to ask for
 * that. The release is the head of mission's; everybody else who writes can ask for it.
 */
function Acts({ view }: { view: HoldView }) {
  const { hold, own, standing, headOfMission, mayLift, mayWrite, line, yours } = view;
  if (hold.lifted !== null) return null;
  const isWithDesks = standing.standing === "in clearance";
  const release = yours.length > 0 ? "button" : "button primary";
  return (
    <>
      {mayLift ? (
        <a className="button" href="#lift-form">
          Lift the hold
        </a>
      ) : null}
      {line === null && mayWrite ? (
        <a className="button primary" href={`${own}/line`}>
          Write the holding line
        </a>
      ) : null}
      {line !== null && mayWrite && sendLine(standing).ok ? (
        <a className="button primary" href="#send-line">
          Send to the desks
        </a>
      ) : null}
      {isWithDesks && headOfMission.mayRelease && line !== null ? (
        <ButtonForm
          action="?"
          label="Release it now"
          fields={{ intent: "release-line", shownHash: line.versions[0].hash }}
          className={release}
        />
      ) : null}
      {isWithDesks && !headOfMission.isYou && headOfMission.isNamed && mayWrite ? (
        <ButtonForm
          action="?"
          label="Ask for release"
          fields={{ intent: "ask-for-release" }}
          className={release}
        />
      ) : null}
      {isWithDesks && yours.length > 0 ? (
        <a className="button primary" href="#answer-line">
          Answer
        </a>
      ) : null}
    </>
  );
}

function Strip({ view }: { view: HoldView }) {
  const { hold, line, marked, oldWording, now } = view;
  const today = useToday();
  const homeZone = useHomeZone();
  const since = twoClocks(hold.placedAt, homeZone, today);
  const holders = oldWording.holders.length;
  return (
    <dl className="hold-facts">
      <div>
        <dt>Put on hold</dt>
        <dd>
          {since.washington}{" "}
          <span className="secondary">
            {since.home}. By {hold.placedBy}
          </span>
        </dd>
      </div>
      <div>
        <dt>Reason</dt>
        <dd className="hold-reason">{hold.reason}</dd>
      </div>
      {hold.lifted === null ? (
        <>
          <div>
            <dt>Expiry of the holding line</dt>
            {line === null ? (
              <dd>
                No line yet <span className="secondary">Until one is cleared, say nothing</span>
              </dd>
            ) : (
              <dd>
                <TwoTimes at={line.versions[0].expiresAt} />
                <span className="secondary">. From then on, the hold needs a decision</span>
              </dd>
            )}
          </div>
          <div>
            <dt>Affected</dt>
            <dd>
              {marked.inWords}{" "}
              <span className="secondary">
                {holders === 1 ? "1 person holds" : `${holders} people hold`} the old wording
              </span>
            </dd>
          </div>
        </>
      ) : (
        <div>
          <dt>Lifted</dt>
          <dd>
            {inBothClocks(hold.lifted.at, now, homeZone)}{" "}
            <span className="secondary">
              By {hold.lifted.by}. {hold.lifted.reason}
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
}
