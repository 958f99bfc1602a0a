/** So much of so much as a bar; the numbers always stand beside it. Nothing is drawn of nothing. */
export function CountBar({ part, whole }: { part: number; whole: number }) {
  if (whole === 0) return null;
  return (
    <svg className="countbar" width="96" height="10" viewBox="0 0 96 10" aria-hidden="true">
      <rect className="of" x="0.5" y="0.5" width="95" height="9" />
      <rect className="part" x="0.5" y="0.5" width={(95 * part) / whole} height="9" />
    </svg>
  );
}
