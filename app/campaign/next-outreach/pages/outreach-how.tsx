import { formatDate } from "#app/time/format.ts";
import type { OutreachJudgements } from "../next-outreach.ts";

/** What the list is and what it is not, and the judgements that it rests on, with their date. */
export function OutreachHow({ judgements }: { judgements: OutreachJudgements }) {
  const { judgedOn, openness, recencyHalfLifeDays, repeatDays, repeatPenalty, learningShare } = judgements;
  return (
    <section className="how" aria-labelledby="how">
      <h2 id="how">How to read this</h2>
      <p>
        <b>What it is not.</b> No order, and no promise that a meeting will have an effect: the figures say
        how meetings went, as our officers saw them. The same records give the same list; nothing in it is
        drawn at random. Who really opens a door, you know better.
      </p>
      <p>
        <b>What it is worth now</b> is the weight of the meeting times the level of the message with that
        audience. <b>What it would teach</b> is how much one more meeting helps to choose the better message
        for the meetings that are planned with the audience in the next 90 days.
      </p>
      <p>
        <b>Good and bad.</b> The chance that the next rating is receptive or better (from +0.5), or doubtful
        or worse (to −0.5).
      </p>
      <p>
        <b>Who is in it.</b> People of the campaign’s audiences, public lists and our own, who hold their post
        and whose retention date has not passed. Priority and influence are those of the audience. The last
        meeting counts in whichever campaign it was. A stance of a person is used only of elected members and
        senior political appointees, where the campaign allows it; of all others the audience’s. Among the
        first twenty at most four are of one audience while others are waiting.
      </p>
      <p>
        <b>Judgements since {formatDate(judgedOn)}</b>, not estimates: openness at the stances 1 to 5 is{" "}
        {openness.map((value) => value.toFixed(1)).join(", ")}; a meeting is half forgotten after{" "}
        {recencyHalfLifeDays} days; the same message again within {repeatDays} days counts{" "}
        {repeatPenalty.toFixed(1)}; what is learned counts {learningShare.toFixed(1)} for each planned
        meeting.
      </p>
    </section>
  );
}
