import type { ReactNode } from "react";
import { FormFrame } from "#app/ui/form-frame.tsx";

/** A form with its fields, Save and a way out. `links` says which other records the page showed tied to this one. */
export function EditForm({
  action,
  version,
  links,
  leaveTo,
  children,
}: {
  action: string;
  version: number | null;
  links: string | null;
  leaveTo: string;
  children: ReactNode;
}) {
  return (
    <FormFrame action={action} version={version}>
      {links === null ? null : <input type="hidden" name="links" value={links} />}
      {children}
      <div className="save">
        <button type="submit" className="btn primary big">
          Save
        </button>
        <a href={leaveTo}>Leave it</a>
      </div>
    </FormFrame>
  );
}
