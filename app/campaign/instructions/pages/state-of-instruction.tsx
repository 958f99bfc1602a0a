import { State } from "#app/ui/marks.tsx";
import type { InstructionState } from "../instruction.ts";

export function StateOfInstruction({ state }: { state: InstructionState }) {
  switch (state) {
    case "open":
      return <State kind="warn">Open</State>;
    case "answered":
      return <State kind="ok">Answered</State>;
    case "expired":
      return <State kind="off">Expired</State>;
  }
}
