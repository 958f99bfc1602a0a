import { Fragment, type ReactNode } from "react";
import { FORMATS, type Format } from "#app/documents/formats.ts";

/** Where a page stands: a link, or words alone, as the last crumb, which is the page itself. */
type Crumb = { label: ReactNode; to: string } | string;

/** What a page leads to: an act, named, and where it is done. */
export type Act = { label: string; to: string };

/** The top of a page: where it stands, its title, a line under it, what can be done here, and last what the page waits for. */
export function PageHead({
  title,
  sub = null,
  crumbs = [],
  acts = null,
  next = null,
}: {
  title: ReactNode;
  sub?: ReactNode;
  crumbs?: readonly Crumb[];
  acts?: ReactNode;
  /** The primary act, where it is a link; one that is a form stands last in `acts`. */
  next?: Act | null;
}) {
  return (
    <>
      {crumbs.length === 0 ? null : (
        <nav className="crumbs" aria-label="Breadcrumb">
          {crumbs.map((crumb, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: crumbs are never reordered
            <Fragment key={index}>
              {index === 0 ? null : " / "}
              {typeof crumb === "string" ? crumb : <a href={crumb.to}>{crumb.label}</a>}
            </Fragment>
          ))}
        </nav>
      )}
      <div className="head">
        <div>
          <h1>{title}</h1>
          {sub === null ? null : <p className="secondary">{sub}</p>}
        </div>
        {acts === null && next === null ? null : (
          <div className="acts">
            {acts}
            {next === null ? null : (
              <a className="button primary" href={next.to}>
                {next.label}
              </a>
            )}
          </div>
        )}
      </div>
    </>
  );
}

export type Tab = { label: string; to: string; current: boolean };

/** Views of one record or list, each at its own URL. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.to} href={tab.to} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  );
}

/** One sentence on what belongs here, and the one act that brings it. */
export function Empty({ text, act = null }: { text: string; act?: Act | null }) {
  return (
    <p className="empty">
      {text} {act === null ? null : <a href={act.to}>{act.label}</a>}
    </p>
  );
}

/** The `meta` of a page: its title, then the product's name. The server puts "Error:" before it when a form is refused. */
export function pageTitle(title: string): { title: string }[] {
  return [{ title: `${title} · Demarche` }];
}

/** The `meta` of a page whose loader answers with its title. */
export function ownTitle({ data }: { data: { title: string } | undefined }) {
  return pageTitle(data?.title ?? "");
}

/** Links to a document in each of its formats; `named` says what a format is called here, if otherwise. */
export function FileLinks({
  of,
  formats,
  search = "",
  named = {},
}: {
  of: string;
  formats: readonly Format[];
  search?: string;
  named?: Partial<Record<Format, string>>;
}) {
  return formats.map((format) => (
    <a key={format} className="button" href={`${of}.${format}${search}`}>
      {named[format] ?? FORMATS[format].says}
    </a>
  ));
}
