/** The end of a form: its one button, and the way out. */
export function SaveBar({
  label,
  leave,
  pending,
}: {
  label: string;
  leave: string;
  pending?: string | undefined;
}) {
  return (
    <div className="save">
      <button type="submit" className="btn primary big" data-pending={pending}>
        {label}
      </button>
      <a href={leave}>Leave it</a>
    </div>
  );
}
