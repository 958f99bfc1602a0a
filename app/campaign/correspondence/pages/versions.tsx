import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { capital } from "#app/text/in-words.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { DayAndClocks } from "#app/ui/two-clocks.tsx";
import { ChooseTwo, WordDiff } from "#app/ui/word-diff.tsx";
import type { CorrespondenceVersion } from "../lists.server.ts";
import styles from "./correspondence.css?url";
import { letterHere } from "./letters-here.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Compare versions");

const number = z.coerce.number().int().min(1).max(100_000);

/** Two versions: `from` and `to` are their numbers; unsaid, the two newest. */
export const loader = campaignPage("read", async (arrival) => {
  const letter = await letterHere(arrival);
  const [newest, before] = letter.versions;
  const { searchParams } = arrival.url;
  const from = number.catch(before?.number ?? newest.number).parse(searchParams.get("from") ?? undefined);
  const to = number.catch(newest.number).parse(searchParams.get("to") ?? undefined);
  const versionOf = (wanted: number) => letter.versions.find((one) => one.number === wanted) ?? notFound();
  return {
    here: addressOf.letter(arrival.campaign.id, letter.id),
    kind: letter.kind,
    from: versionOf(from),
    to: versionOf(to),
    versions: [...letter.versions],
    newest: newest.number,
    mayWrite: arrival.may("write"),
  };
});

const PARTS = {
  subject: "Subject",
  to: "To",
  reference: "Reference",
  handling: "Handling",
  text: "Text",
} as const;

/** What differs between two versions, word by word, and every version to go back to. */
export default function Versions() {
  const { here, kind, from, to, versions, newest, mayWrite } = useLoaderData<typeof loader>();
  const parts = (["subject", "to", "reference", "handling", "text"] as const).filter(
    (part) => from[part] !== to[part],
  );
  return (
    <>
      <PageHead title="Compare versions" crumbs={[{ label: capital(kind), to: here }, "Compare versions"]} />
      <ChooseTwo
        options={versions.map(({ number: value }) => ({ value, label: `Version ${value}` }))}
        from={from.number}
        to={to.number}
      />
      {parts.length === 0 ? <p className="empty">The two versions are the same.</p> : null}
      {parts.map((part) => (
        <section key={part} aria-label={PARTS[part]}>
          <h2>{PARTS[part]}</h2>
          <p className="compared">
            <WordDiff from={from[part]} to={to[part]} />
          </p>
        </section>
      ))}
      <h2>All versions</h2>
      <ul>
        {versions.map((version) => (
          <li key={version.id}>
            <VersionLine version={version} />
            {mayWrite && version.number !== newest ? (
              <ButtonForm
                action={here}
                label={`Go back to version ${version.number}`}
                fields={{ intent: "go-back", number: String(version.number) }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function VersionLine({ version }: { version: CorrespondenceVersion }) {
  const { number, madeAt, madeBy, reason } = version;
  return (
    <span>
      Version {number}, <DayAndClocks at={madeAt} />, {madeBy.name}
      {reason === "" ? null : `: ${reason}`}
    </span>
  );
}
