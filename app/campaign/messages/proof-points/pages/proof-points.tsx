import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { campaignPage, listPage } from "#app/http/page.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { Pager, SearchForm } from "#app/ui/list.tsx";
import { PageHead, pageTitle, Tabs } from "#app/ui/page-head.tsx";
import styles from "../../pages/message.css?url";
import listStyles from "../../pages/messages.css?url";
import { DueTable } from "../due-for-review.tsx";
import { countProofPointsOn, listProofPointsOn } from "../list.server.ts";
import { ProofPointTable } from "../proof-point-table.tsx";
import { readDue } from "../proof-point-view.server.ts";
import { DUE_SOON_DAYS } from "../stale-evidence.ts";

export const links = () => [styles, listStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta = () => pageTitle("Proof points");

const VIEWS = ["in use", "due", "yours", "internal", "retired"] as const;
const LABELS = {
  "in use": "In use",
  due: "Due for review",
  yours: "Yours, due for review",
  internal: "Internal",
  retired: "Retired",
} as const;
const NONE = {
  "in use": "The facts that messages and replies rest on appear here, each with its source and date.",
  due: "No proof points are due for review.",
  yours: "None of yours is due for review.",
  internal: "None is internal.",
  retired: "None is retired.",
} as const;

const filters = z.object({
  which: z.enum(VIEWS).catch("in use"),
  q: z.string().max(200).catch(""),
});

export const loader = campaignPage("read", async ({ database, campaign, account, today, may, url }) => {
  const { read } = database;
  const { which, q } = filters.parse(Object.fromEntries(url.searchParams));
  const dueBy = addDays(today, DUE_SOON_DAYS);
  const ownerAccountId = which === "yours" ? account.id : null;
  const shown = { which: which === "yours" ? "due" : which, dueBy, words: q.trim(), ownerAccountId } as const;
  const count = await countProofPointsOn(read, campaign.id, shown);
  const { page, pages, part } = listPage(url, count);
  const isDue = shown.which === "due" && shown.words === "";
  return {
    base: `/c/${campaign.id}`,
    today,
    mayWrite: may("write"),
    which,
    q,
    count,
    page,
    pages,
    due: isDue ? await readDue(read, campaign.id, dueBy, { ownerAccountId, ...part }) : null,
    proofPoints: isDue ? [] : await listProofPointsOn(read, campaign.id, shown, part),
  };
});

export default function ProofPoints() {
  const view = useLoaderData<typeof loader>();
  const { base, mayWrite, which, q, count, page, pages } = view;
  const own = `${base}/proof-points`;
  const link = (wanted: number) =>
    `?which=${encodeURIComponent(which)}&q=${encodeURIComponent(q)}&page=${wanted}`;
  return (
    <>
      <PageHead
        title="Proof points"
        sub={count === 1 ? "1 proof point" : `${count} proof points`}
        crumbs={[{ label: "Messages", to: `${base}/messages` }, "Proof points"]}
        next={mayWrite ? { label: "Add a proof point", to: `${own}/new` } : null}
      />
      <Tabs
        label="Proof points"
        tabs={VIEWS.map((one) => ({
          label: LABELS[one],
          to: `${own}?which=${encodeURIComponent(one)}`,
          current: one === which,
        }))}
      />
      <SearchForm path={own} label="Words in the claim, or the code" q={q} given={{ which }} />
      <Shown view={view} />
      <Pager page={page} pages={pages} link={link} />
    </>
  );
}

function Shown({ view }: { view: Awaited<ReturnType<typeof loader>> }) {
  const { due, proofPoints, base, count, which, q } = view;
  if (count === 0) return <p className="empty">{q === "" ? NONE[which] : `Nothing found for “${q}”.`}</p>;
  if (due !== null) return <DueTable due={due} view={view} />;
  return <ProofPointTable proofPoints={proofPoints} base={base} />;
}
