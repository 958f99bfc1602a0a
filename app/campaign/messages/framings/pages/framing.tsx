import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ButtonForm, EndOrReinstate, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { State } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import { mayStillBeCleared } from "../../message-status.ts";
import { statusInWords } from "../../message-words.ts";
import styles from "../../pages/message.css?url";
import { RevisionEntry } from "../../pages/revisions-shown.tsx";
import { EventUses, PaperUses } from "../../pages/uses-lists.tsx";
import { StaleEvidence } from "../../proof-points/proof-point-table.tsx";
import { answerFramingAct } from "./answer-framing-act.server.ts";
import { OlderThanMessage } from "./framing-table.tsx";
import { type FramingView, readFramingView } from "./framing-view.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: FramingView | undefined }) =>
  pageTitle(`Message ${data?.message.number ?? ""} for ${data?.framing.audienceName ?? ""}`);
export const loader = campaignPage("read", readFramingView);
export const action = campaignAction("write", answerFramingAct);

export default function FramingPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { base, message, framing, mayWrite, papers, events } = view;
  const own = `${base}/messages/${message.number}`;
  const edit = { label: "Suggest new wording", to: `${own}/framings/${framing.id}/edit` };
  return (
    <>
      <PageHead
        title={
          <>
            <span className="message-number big-number">{message.number}</span> For {framing.audienceName}
          </>
        }
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: `Message ${message.number}`, to: own },
          { label: "Framings", to: `${own}/framings` },
          framing.audienceName,
        ]}
        next={mayWrite ? edit : null}
      />
      <ErrorSummary errors={refused?.errors} />
      <Wording view={view} />
      <div className="message-columns message-below">
        <div className="stack">
          <section aria-labelledby="own">
            <h2 id="own">The message itself</h2>
            <p className="point prewrap">{message.newest.talkingPoint}</p>
          </section>
          <PaperUses papers={papers} base={base} none="No paper uses this framing." />
          <EventUses events={events} base={base} none="Not used at any event yet." />
        </div>
        <div className="stack">
          <FramingRevisions view={view} />
          <section aria-labelledby="history">
            <h2 id="history">History</h2>
            <History changes={view.changes} labels={{ text: "Wording" }} />
          </section>
        </div>
      </div>
    </>
  );
}

function Wording({ view }: { view: FramingView }) {
  const { framing, mayWrite, evidence } = view;
  const { kind, words } = statusInWords(framing.status, useToday());
  return (
    <>
      <p className="message-statement prewrap">{framing.newest.text}</p>
      <p className="message-meta">
        <State kind={kind}>{words}</State>
        <span>Revision {framing.newest.number}</span>
        {framing.isOlderThanMessage ? <OlderThanMessage /> : null}
        <StaleEvidence evidence={evidence} />
      </p>
      {mayWrite ? <StateForms view={view} /> : null}
    </>
  );
}

function StateForms({ view: { base, message, framing, clearsFor } }: { view: FramingView }) {
  const own = `${base}/messages/${message.number}/framings/${framing.id}`;
  const { status } = framing.status;
  const button = (act: string, label: string) => (
    <ButtonForm action={own} label={label} fields={{ act }} version={framing.version} />
  );
  return (
    <div className="stateforms">
      {clearsFor !== null && mayStillBeCleared(framing.status, clearsFor) ? (
        <FormFrame action={own} className="noprint">
          <input type="hidden" name="act" value="clear" />
          <input type="hidden" name="shownHash" value={framing.newest.textHash} />
          <Submit look="primary">Clear revision {framing.newest.number}</Submit>
        </FormFrame>
      ) : null}
      {status === "draft" ? button("send for review", "Send for review") : null}
      {status === "in review" ? button("take back from review", "Withdraw from review") : null}
      <EndOrReinstate
        action={own}
        end="Retire"
        isEnded={status === "retired"}
        fields={{ act: status === "retired" ? "take back into use" : "retire" }}
        version={framing.version}
      />
    </div>
  );
}

/** Every wording of a framing, the newest first, with the words that changed from the one before. */
function FramingRevisions({ view: { revisions } }: { view: FramingView }) {
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">Revisions</h2>
      <ol className="history">
        {revisions.map((revision, index) => (
          <RevisionEntry key={revision.id} revision={revision}>
            <p className="diff prewrap">
              <Reworded text={revision.text} before={revisions[index + 1]?.text ?? null} />
            </p>
          </RevisionEntry>
        ))}
      </ol>
    </section>
  );
}

function Reworded({ text, before }: { text: string; before: string | null }) {
  return before === null ? text : <WordDiff from={before} to={text} />;
}
