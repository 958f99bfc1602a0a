import { counted } from "#app/text/in-words.ts";

/** Something of up to the day of a review that was touched after it was saved: was it there then, and is it now. */
export type LaterChange = {
  kind: "outcome" | "reaction" | "objective reading";
  wasThere: boolean;
  isThere: boolean;
};

const KINDS = ["outcome", "reaction", "objective reading"] as const;

/**
 * What has changed in the record behind a review since it was saved, in one sentence; null where nothing has. What came
 * and went in between says nothing. Source: EFFECTIVENESS.md §1 (late entries and edits).
 */
export function changedSinceInWords(changes: readonly LaterChange[]): string | null {
  const parts = KINDS.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    const corrected = own.filter(({ wasThere, isThere }) => wasThere && isThere).length;
    const later = own.filter(({ wasThere, isThere }) => !wasThere && isThere).length;
    const removed = own.filter(({ wasThere, isThere }) => wasThere && !isThere).length;
    return [
      ...(corrected === 0 ? [] : [`${counted(corrected, kind)} of up to that day corrected`]),
      ...(later === 0 ? [] : [`${counted(later, kind)} of up to that day entered later`]),
      ...(removed === 0 ? [] : [`${counted(removed, kind)} of up to that day removed`]),
    ];
  });
  return parts.length === 0 ? null : `The record has changed since: ${parts.join(", ")}.`;
}
