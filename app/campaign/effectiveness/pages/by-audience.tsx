import { ReceptionMatrix } from "../reception-matrix.tsx";
import type { EffectivenessView } from "./effectiveness-view.server.ts";
import { LeadsTable } from "./leads-table.tsx";
import { MatrixRemarks } from "./matrix-remarks.tsx";
import { MatrixTable } from "./matrix-table.tsx";

/** With more messages than these the remarks stand below the matrix. */
const MOST_BESIDE = 3;

/** The matrix with what it says beside it, all its figures as a table, and which message to lead with. */
export function ByAudience({ view }: { view: EffectivenessView }) {
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">By audience</h2>
      <div className={view.messages.length > MOST_BESIDE ? "hg below" : "hg"}>
        <div>
          <ReceptionMatrix view={{ ...view, isShort: false }} />
        </div>
        <MatrixRemarks view={view} />
      </div>
      {view.leftOut === "" ? null : <p className="note">{view.leftOut}</p>}
      <details>
        <summary>Show as a table</summary>
        <MatrixTable view={view} />
      </details>
      {view.leads.overAll.pairs.length === 0 ? null : (
        <details>
          <summary>Which to lead with, audience by audience</summary>
          <LeadsTable view={view} />
        </details>
      )}
    </section>
  );
}
