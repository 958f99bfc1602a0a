import type { ReactNode } from "react";
import { PageHead, Tabs } from "./page-head.tsx";

const TABS = [
  { label: "Accounts", to: "/admin/accounts" },
  { label: "Campaigns", to: "/admin/campaigns" },
  { label: "Home capital", to: "/admin/home-capital" },
  { label: "Mail", to: "/admin/mail" },
  { label: "Export", to: "/admin/export" },
] as const;

/** The head of the pages of administrators. */
export function AdministrationHead({
  at,
  sub = null,
  acts = null,
}: {
  at: (typeof TABS)[number]["to"];
  sub?: ReactNode;
  acts?: ReactNode;
}) {
  return (
    <>
      <PageHead title="Administration" sub={sub} acts={acts} />
      <Tabs label="Administration" tabs={TABS.map((tab) => ({ ...tab, current: tab.to === at }))} />
    </>
  );
}
