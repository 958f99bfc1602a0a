import { PageHead, Tabs } from "./page-head.tsx";

const TABS = [
  { label: "You", to: "/account" },
  { label: "Password", to: "/account/password" },
  { label: "Mail", to: "/account/mail" },
  { label: "Sessions", to: "/account/sessions" },
  { label: "Calendar feeds", to: "/account/feeds" },
] as const;

/** The head of the pages of one's own account. */
export function AccountHead({ at, sub }: { at: (typeof TABS)[number]["to"]; sub: string }) {
  return (
    <>
      <PageHead title="Your account" sub={sub} />
      <Tabs label="Your account" tabs={TABS.map((tab) => ({ ...tab, current: tab.to === at }))} />
    </>
  );
}
