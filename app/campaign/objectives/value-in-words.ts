import { levelInDigits } from "#app/method/figure.ts";
import type { ReadingSource } from "./reading-source.ts";

/** A figure as it is shown: at most three decimals, a true minus. */
export function asNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded < 0 ? `−${-rounded}` : String(rounded);
}

/** A value of an indicator: "+0.8" of a reception, "67 %" of a share, else the number: "1.5". */
export function valueInWords(source: ReadingSource, value: number): string {
  switch (source.kind) {
    case "reception":
      return levelInDigits(value);
    case "objection":
      return `${Math.round(value)} %`;
    case "entered":
    case "stance":
    case "feedback":
      return asNumber(value);
  }
}
