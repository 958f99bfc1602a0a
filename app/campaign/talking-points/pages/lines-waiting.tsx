import { needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import type { Need } from "#app/campaign/campaigns/needs-you.ts";
import { State } from "#app/ui/marks.tsx";

/** The holding lines that wait for this reader's word: they are short, and due within the hour. */
export function LinesWaiting({
  needs,
  view,
}: {
  needs: readonly Need[];
  view: { campaignId: string; homeZone: string; now: Date };
}) {
  const lines = needs.filter(({ need }) => need === "clearance" || need === "hold to decide");
  return lines.map((need) => {
    const { state, head, detail, go, place } = needInWords(need, view);
    return (
      <p key={`${place} ${detail}`}>
        <State kind={state}>{head}</State> {detail} <a href={place}>{go}</a>
      </p>
    );
  });
}
