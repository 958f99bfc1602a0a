import { remarksOnMatrix } from "../beside-matrix.ts";
import type { EffectivenessView } from "./effectiveness-view.server.ts";

/** What the matrix says in words, beside it. */
export function MatrixRemarks({ view }: { view: EffectivenessView }) {
  return (
    <div className="ann">
      {remarksOnMatrix(view).map(({ about, text }) => (
        <p key={about}>
          <b>{about}</b>
          {about === "Do not read much into" ? " " : ": "}
          {text}
        </p>
      ))}
    </div>
  );
}
