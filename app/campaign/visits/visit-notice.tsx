import type { VisitLink } from "./visit-here.server.ts";

/** Leads from a visit to its programme, and from a meeting of a visit to the programme that it belongs to. */
export function VisitNotice({ link }: { link: VisitLink | null }) {
  if (link === null) return null;
  if (!link.isOwn)
    return (
      <p>
        Part of a visit: <a href={link.programme}>{link.title}</a>
      </p>
    );
  return (
    <p className="visit-lead">
      <a className="button primary" href={link.programme}>
        Programme of the visit
      </a>{" "}
      <span className="secondary">Its meetings, who goes where, plan B, and what is due when</span>
    </p>
  );
}
