import { ReceptionMatrix } from "#app/campaign/effectiveness/reception-matrix.tsx";
import type { Overview } from "./overview-view.server.ts";

/** Who has heard what and how it was received: the figures and words of the effectiveness page, in short. */
export function OverviewMatrix({ view }: { view: Overview }) {
  const { matrix, campaignId, mayWrite } = view;
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">
        Who has heard what, and how it was received{" "}
        <a className="more" href={`/c/${campaignId}/reports/effectiveness`}>
          Full report
        </a>
      </h2>
      {matrix.rows.length === 0 || matrix.messages.length === 0 ? (
        <p className="empty">
          No meetings logged yet. <a href={`/c/${campaignId}/events/new`}>Plan the first event</a>
        </p>
      ) : (
        <>
          <ReceptionMatrix view={{ ...matrix, campaignId, mayWrite, isShort: true }} />
          <p className="note">
            How meetings went, by our own officers’ reading; not the effect of a message. Likely range: nine
            times in ten we would expect the true level inside it. Where ratings are few, the figure leans on
            similar cells. {matrix.leftOut}
          </p>
        </>
      )}
    </section>
  );
}
