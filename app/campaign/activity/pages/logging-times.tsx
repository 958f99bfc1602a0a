import { counted, shareInWords } from "#app/text/in-words.ts";

import { CountBar } from "../count-bar.tsx";
import { hoursInWords, spreadInWords } from "../duration-in-words.ts";
import type { ActivityView } from "./activity-view.server.ts";
import { eventsLink } from "./events-counted.tsx";
import { FigureLines } from "./figure-lines.tsx";

/** How soon meetings were logged: the share within 48 hours, and how long it took. */
export function LoggingTimes({ view: { report, campaignId } }: { view: ActivityView }) {
  const { logging, from, to } = report;
  const { logged, loggedInTime, notYetDue, hoursToLog, loggedBySeveral, officers, withinHours } = logging;
  const link = (log: string) => eventsLink(campaignId, { from, to, logged: log });
  const late = loggedInTime.of - loggedInTime.n;
  return (
    <section aria-labelledby="logging">
      <h2 id="logging">Logging</h2>
      {logging.meetings === 0 ? (
        <p>No meeting of these days is over yet.</p>
      ) : (
        <FigureLines
          caption="How soon meetings were logged"
          lines={[
            {
              label: `Logged within ${withinHours} hours`,
              value: (
                <>
                  <CountBar part={loggedInTime.n} whole={loggedInTime.of} />
                  <a href={link("in time")}>{shareInWords(loggedInTime)}</a>
                </>
              ),
              detail: (
                <>
                  {late === 0 ? "" : <a href={link("late")}>{late} later, or not at all</a>}
                  {late > 0 && notYetDue > 0 ? "; " : ""}
                  {notYetDue === 0
                    ? ""
                    : `of ${counted(notYetDue, "meeting")} the ${withinHours} hours have not passed, left out`}
                </>
              ),
            },
            {
              label: "End of a meeting to its first log",
              value: spreadInWords(hoursToLog, hoursInWords),
              detail: "Of meetings that were logged. Internal events need no log.",
            },
            {
              label: "Logged so far",
              value: <a href={link("logged")}>{shareInWords(logged)}</a>,
              detail: (
                <>
                  {logged.of === logged.n ? (
                    ""
                  ) : (
                    <a href={link("not logged")}>{logged.of - logged.n} not logged</a>
                  )}
                  {logged.of === logged.n ? "" : "; "}
                  {officers === 1 ? "1 person has logged" : `${officers} people have logged`}
                  {loggedBySeveral === 0 ? "" : `, ${counted(loggedBySeveral, "meeting")} by more than one`}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
