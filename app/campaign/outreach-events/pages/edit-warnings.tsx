import { WarningLines } from "../warnings/warning-lines.tsx";
import type { Warning } from "../warnings/warnings.ts";

/** At the head of an edit that comes back: where to read what speaks against the event since. */
export function ToEditWarnings({ added }: { added: readonly Warning[] }) {
  return (
    <p>
      <a href="#edit-warnings">
        {added.length === 1
          ? "Not saved yet: one thing to know before"
          : `Not saved yet: ${added.length} things to know before`}
      </a>
    </p>
  );
}

/** What speaks against the event since the edit, before the field for why it goes ahead. */
export function EditWarnings({ added, digest }: { added: readonly Warning[]; digest: string }) {
  return (
    <div id="edit-warnings" role="alert" tabIndex={-1} data-focus="" data-answer="">
      <h2>Before it is saved</h2>
      <WarningLines warnings={added} />
      <p className="note">Nothing stops you. Say why it goes ahead, or save it as it stands.</p>
      <input type="hidden" name="seen" value={digest} />
    </div>
  );
}
