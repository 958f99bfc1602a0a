import { type Figure, levelInDigits } from "#app/domain/effectiveness/figure.ts";
import { receptionClass } from "./marks.tsx";

/** A level on its colour, pale where there is not enough evidence; its word stands beside it. */
export function ReceptionLevel({ figure: { mean, verdict } }: { figure: Figure }) {
  return (
    <span className={`rec ${receptionClass(mean, verdict === "Not enough evidence")}`}>
      {levelInDigits(mean)}
    </span>
  );
}
