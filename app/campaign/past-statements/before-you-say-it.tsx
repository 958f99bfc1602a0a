import type { ReactNode } from "react";
import { formatDay } from "#app/time/format.ts";
import { Empty } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { BeforeYouSayIt as Before } from "./before-you-say-it.server.ts";
import { DifferenceItem } from "./difference-item.tsx";
import { Occasion } from "./occasion.tsx";

const OCCASIONS_SHOWN = 3;

type Props = { before: Before };

/** What the people of an event have heard from us, the latest first, and each point that says otherwise. */
export function BeforeYouSayIt({ before }: Props) {
  return (
    <Section before={before}>
      <Differences before={before} />
      <Occasions before={before} most={OCCASIONS_SHOWN} />
    </Section>
  );
}

/** The same beside the paper, where room is short: what they heard is folded away. */
export function BesideThePaper({ before }: Props) {
  const { length } = before.occasions;
  const occasions = <Occasions before={before} most={OCCASIONS_SHOWN} />;
  return (
    <Section before={before}>
      <Differences before={before} />
      {length === 0 ? (
        occasions
      ) : (
        <details>
          <summary>
            What they heard on {length} {length === 1 ? "occasion" : "occasions"}
          </summary>
          {occasions}
        </details>
      )}
    </Section>
  );
}

function Section({ before, children }: { before: Before; children: ReactNode }) {
  const { differences, hasPaper, occasions, page } = before;
  const isPrinted = differences.length > 0 || (hasPaper && occasions.length > 0);
  return (
    <section className={isPrinted ? "before" : "before noprint"} aria-labelledby="before-you-say-it">
      <h2 id="before-you-say-it">
        Check before speaking{" "}
        {occasions.length === 0 ? null : (
          <a className="more told-more" href={page}>
            What we have told them
          </a>
        )}
      </h2>
      {children}
    </section>
  );
}

/** The points that say something else than was told, each with both sides. */
export function Differences({ before }: Props) {
  const { differences, hasPaper, occasions, page } = before;
  if (differences.length === 0) {
    return hasPaper && occasions.length > 0 ? (
      <p className="state state-ok">Nothing in the points differs from what they were told.</p>
    ) : null;
  }
  return (
    <ul className="differences">
      {differences.map((one) => (
        <DifferenceItem key={one.key} one={one} page={page} />
      ))}
    </ul>
  );
}

/** What they heard, as many of the latest occasions as there is room for. */
export function Occasions({ before, most }: Props & { most: number }) {
  const today = useToday();
  const { occasions, isKnownWho, isCut, page } = before;
  if (!isKnownWho) return <Empty text="No one has been named yet: add participants or an audience." />;
  if (occasions.length === 0)
    return (
      <Empty text="Your campaigns have no record of anything said to these participants or audiences." />
    );
  const shown = occasions.slice(0, most);
  const [last] = shown.slice(-1);
  return (
    <>
      <ul className={most > OCCASIONS_SHOWN ? "occasions" : "occasions noprint"}>
        {shown.map((occasion) => (
          <Occasion key={occasion.href} occasion={occasion} isWhole={most > OCCASIONS_SHOWN} />
        ))}
      </ul>
      {shown.length < occasions.length && last !== undefined ? (
        <p className="note noprint">
          <a href={page}>
            {occasions.length - shown.length} more before {formatDay(last.day, today)}
          </a>
        </p>
      ) : null}
      {isCut && most > OCCASIONS_SHOWN ? (
        <p className="note">The list shows the latest meetings, and earlier ones that had a paper.</p>
      ) : null}
    </>
  );
}
