import { type Figure, levelInDigits } from "#app/method/figure.ts";
import { figureClass } from "./marks.tsx";

/** A level on its colour, pale where there is not enough evidence, framed where it is mixed; its word stands beside it. */
export function ReceptionLevel({ figure }: { figure: Figure }) {
  return <span className={`rec ${figureClass(figure)}`}>{levelInDigits(figure.mean)}</span>;
}
