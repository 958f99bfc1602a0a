import { State } from "#app/ui/marks.tsx";
import type { BeforeYouSayIt } from "./before-you-say-it.server.ts";

/** In how many things the paper differs from what its listeners were told, and how many of them it says openly. */
export function WordingHeard({ differing: { count, saidOpenly } }: Pick<BeforeYouSayIt, "differing">) {
  if (count === 0) return <State kind="ok">The same</State>;
  const words = `${count} ${count === 1 ? "differs" : "differ"}`;
  if (saidOpenly === count) return <State kind="ok">{words}, said openly</State>;
  return (
    <State kind="warn">
      {words}, {saidOpenly === 0 ? "named" : `${saidOpenly} said openly`}
    </State>
  );
}
