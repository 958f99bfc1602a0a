import { useLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { DayAndClocks } from "#app/ui/two-clocks.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import { holdHere } from "../../pages/hold-view.server.ts";
import styles from "../../pages/holds.css?url";
import { findHoldingLine, type LineVersion } from "../store.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Versions of the holding line");

export const loader = campaignPage("read", async (arrival) => {
  const hold = await holdHere(arrival);
  const line = await findHoldingLine(arrival.database.read, hold.id);
  return {
    base: `/c/${arrival.campaign.id}`,
    hold,
    versions: line === null ? [] : [...line.versions],
  };
});

/** Every version of the line, the newest first, with what changed from the one before, word by word. */
export default function HoldingLineVersions() {
  const { base, hold, versions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Versions of the holding line"
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: `Message ${hold.message.number}`, to: `${base}/messages/${hold.message.number}` },
          { label: "Hold", to: `${base}/holds/${hold.id}` },
          "Versions",
        ]}
      />
      {versions.length === 0 ? <p className="empty">No line has been written yet.</p> : null}
      <ol className="versions" reversed>
        {versions.map((version, index) => (
          <Version key={version.id} version={version} before={versions[index + 1] ?? null} />
        ))}
      </ol>
    </>
  );
}

type Props = { version: LineVersion; before: LineVersion | null };

function Version({ version, before }: Props) {
  const { number, text, madeAt, madeBy, reason, expiresAt, handling } = version;
  return (
    <li>
      <h2>Version {number}</h2>
      <p className="small">
        <DayAndClocks at={madeAt} />, {madeBy.name}
        {reason === "" ? null : `: ${reason}`}. Until <DayAndClocks at={expiresAt} />. {handling}
      </p>
      {before === null ? (
        <p className="holding-line">{text}</p>
      ) : (
        <div className="twolines">
          <section aria-label={`Version ${number}`}>
            <p className="holding-line">{text}</p>
          </section>
          <section aria-label={`What has changed since version ${before.number}`}>
            <p className="note">What has changed since version {before.number}</p>
            <p className="holding-line">
              <WordDiff from={before.text} to={text} />
            </p>
          </section>
        </div>
      )}
    </li>
  );
}
