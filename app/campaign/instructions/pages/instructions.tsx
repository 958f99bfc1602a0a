// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table's own roles away

import { useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { InstructionState } from "../instruction.ts";
import { stateOf } from "../instruction-view.server.ts";
import { type Instruction, listInstructions } from "../lists.server.ts";
import { StateOfInstruction } from "./state-of-instruction.tsx";

export const meta = () => pageTitle("Instructions");

export const loader = campaignPage("read", async ({ database, campaign, today, may }) => {
  const all = await listInstructions(database.read, campaign.id);
  return {
    base: addressOf.instructions(campaign.id),
    instructions: all.map((instruction) => ({ instruction, state: stateOf(instruction, today) })),
    mayWrite: may("write"),
  };
});

/** What the ministry asks: every instruction with its state and what it stands over. */
export default function Instructions() {
  const { base, instructions, mayWrite } = useLoaderData<typeof loader>();
  const record = mayWrite ? { label: "Record an instruction", to: `${base}/new` } : null;
  return (
    <>
      <PageHead title="Instructions" next={record} />
      {instructions.length === 0 ? (
        <Empty
          text="The ministry’s instructions appear here, each with its issuer, reference, text, red lines and last day."
          act={record}
        />
      ) : (
        <table className="table stacked" role="table">
          <TableHead labels={["Instruction", "Received", "Last day", "Applies to", "State"]} />
          <tbody>
            {instructions.map(({ instruction, state }) => (
              <Row key={instruction.id} instruction={instruction} state={state} base={base} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

type Props = { instruction: Instruction; state: InstructionState; base: string };

function Row({ instruction, state, base }: Props) {
  const today = useToday();
  const { id, reference, issuer, receivedOn, expiresOn, targets } = instruction;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`${base}/${id}`}>{reference}</a>
        <br />
        <span className="note">{issuer}</span>
      </th>
      <td role="cell" className="nowrap">
        <span className="cell-label">Received </span>
        {formatDay(receivedOn, today)}
      </td>
      <td role="cell" className="nowrap">
        <span className="cell-label">Last day </span>
        {expiresOn === null ? "None" : formatDay(expiresOn, today)}
      </td>
      <td role="cell">
        <span className="cell-label">Applies to </span>
        {targets.length === 0 ? "Nothing yet" : targets.map(({ title }) => title).join("; ")}
      </td>
      <td role="cell">
        <StateOfInstruction state={state} />
      </td>
    </tr>
  );
}
