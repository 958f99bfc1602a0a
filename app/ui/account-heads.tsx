import type { ReactNode } from "react";
import { PageHead, Tabs } from "./page-head.tsx";

const ACCOUNT_TABS = [
  { label: "You", to: "/account" },
  { label: "Password", to: "/account/password" },
  { label: "Mail", to: "/account/mail" },
  { label: "Sessions", to: "/account/sessions" },
  { label: "Calendar feeds", to: "/account/feeds" },
] as const;

/** The head of the pages of one's own account. */
export function AccountHead({ at, sub }: { at: (typeof ACCOUNT_TABS)[number]["to"]; sub: string }) {
  return (
    <>
      <PageHead title="Your account" sub={sub} />
      <Tabs label="Your account" tabs={ACCOUNT_TABS.map((tab) => ({ ...tab, current: tab.to === at }))} />
    </>
  );
}

const ADMINISTRATION_TABS = [
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
  at: (typeof ADMINISTRATION_TABS)[number]["to"];
  sub?: ReactNode;
  acts?: ReactNode;
}) {
  return (
    <>
      <PageHead title="Administration" sub={sub} acts={acts} />
      <Tabs
        label="Administration"
        tabs={ADMINISTRATION_TABS.map((tab) => ({ ...tab, current: tab.to === at }))}
      />
    </>
  );
}
