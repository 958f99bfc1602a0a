import { State } from "#app/ui/marks.tsx";
import { staleEvidence } from "./review-of-proof-point.ts";

/** The marks of whatever leans on these proof points: one for each that is past its review date. */
export function StaleEvidence({
  evidence,
  today,
}: {
  evidence: readonly { code: string; reviewBy: string | null }[];
  today: string;
}) {
  return staleEvidence(evidence, today).map((words) => (
    <State key={words} kind="bad">
      {words}
    </State>
  ));
}
