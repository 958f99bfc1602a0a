/** What the colours of the matrix stand for. */
export function ReceptionKey() {
  return (
    <div className="key">
      <span>Reception level</span>
      <span className="steps">
        −2 <i className="r-n2" />
        <i className="r-n1" />
        <i className="r-0" />
        <i className="r-p1" />
        <i className="r-p2" /> +2
      </span>
      <span>
        <i className="r-mx" />
        Mixed
      </span>
      <span>
        <i className="r-nu" />
        <i className="r-pu" />
        Not enough evidence
      </span>
      <span>
        <i className="none" />
        Not yet heard
      </span>
    </div>
  );
}
