import type { ReactNode } from "react";
import { type Figure, levelInDigits } from "#app/method/figure.ts";
import { signed } from "#app/method/reception-scale.ts";
import { figureTint, receptionTint } from "#app/method/verdict.ts";

/** A state in shape, word and colour: `ok` done, `warn` waiting, `bad` a problem, `off` not set. */
export function State({ kind, children }: { kind: "ok" | "warn" | "bad" | "off"; children: ReactNode }) {
  return <span className={`state state-${kind}`}>{children}</span>;
}

/** What stands under words of a line, smaller. */
export function Under({ children }: { children: ReactNode }) {
  return (
    <>
      <br />
      <span className="note">{children}</span>
    </>
  );
}

/** Messages have numbers, not colours. */
export function MessageNumber({ n }: { n: number }) {
  return <span className="message-number">{n}</span>;
}

/** The class of a level's colour. "Unclear" keeps the hue and loses saturation. */
export function receptionClass(score: number, unclear = false): string {
  return `reception-${receptionTint(score, unclear)}`;
}

/** The class of a figure's colour, by its level and its word. */
export function figureClass(figure: Parameters<typeof figureTint>[0]): string {
  return `reception-${figureTint(figure)}`;
}

/** A reception −2..+2 on its colour. */
export function Reception({
  score,
  digits = 0,
  unclear = false,
}: {
  score: number;
  digits?: number;
  unclear?: boolean;
}) {
  return <span className={`reception ${receptionClass(score, unclear)}`}>{signed(score, digits)}</span>;
}

/** A stance 1..5 on its colour, or a dashed mark where it is not known. The word stands beside it. */
export function Stance({ n }: { n: 1 | 2 | 3 | 4 | 5 | null }) {
  return n === null ? (
    <span className="stance stance-unknown">?</span>
  ) : (
    <span className={`stance stance-${n}`}>{n}</span>
  );
}

/** A level on its colour, pale where there is not enough evidence, framed where it is mixed; its word stands beside it. */
export function ReceptionLevel({ figure }: { figure: Figure }) {
  return <span className={`reception ${figureClass(figure)}`}>{levelInDigits(figure.mean)}</span>;
}
