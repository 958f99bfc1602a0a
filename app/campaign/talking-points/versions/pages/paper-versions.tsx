import { formatShortDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { State } from "#app/ui/marks.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";

/** The frozen versions, newest first, each to be laid beside the one before it. */
export function PaperVersions({ view }: { view: PaperView }) {
  const { versions, paper, campaignId, today, hash } = view;
  const compare = `/c/${campaignId}/talking-points/${paper.id}/compare`;
  const [latest] = versions;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      {latest === undefined ? (
        <p className="note">A version is kept each time the paper is sent or cleared.</p>
      ) : null}
      <ul className="ver">
        {latest !== undefined && latest.hash !== hash ? (
          <li>
            <span>
              <b>Now</b>, not yet sent
            </span>
            <a href={`${compare}?from=${latest.number}&to=now`}>Compare with {latest.number}</a>
          </li>
        ) : null}
        {versions.map((version, index) => (
          <li key={version.number}>
            <span>
              <b>{version.number}</b> {formatShortDate(dateIn(version.madeAt, WASHINGTON), today)},{" "}
              {version.madeBy}, {version.reason}
              {paper.stage === "used" && version.hash === hash && index === 0 ? (
                <>
                  {" "}
                  <State kind="ok">Used in the meeting</State>
                </>
              ) : null}
            </span>
            {versions[index + 1] === undefined ? (
              <a href={`${compare}?from=${version.number}&to=${version.number}`}>View</a>
            ) : (
              <a href={`${compare}?from=${versions[index + 1]?.number}&to=${version.number}`}>Compare</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
