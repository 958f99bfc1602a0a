import { talkingPointsMarkdown } from "#app/documents/talking-points-markdown.ts";
import { formatLongDay } from "#app/domain/time/format.ts";
import { twoClocks } from "#app/domain/time/two-clocks.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { findClearanceStatus } from "#db/queries/talking-points-clearance.server.ts";
import { findEventOfPaper, listVersions } from "#db/queries/talking-points-lists.server.ts";
import { findPaper } from "#db/queries/talking-points-text.server.ts";

/** The paper as a Markdown file, marked where it is not cleared. */
export const loader = campaignPage("read", async ({ database, campaign, home, params, now }) => {
  const paper = await findPaper(database.read, campaign.id, params.paper ?? "");
  if (paper === null) notFound();
  const event = await findEventOfPaper(database.read, paper);
  const [latest] = await listVersions(database.read, paper.id);
  const text = talkingPointsMarkdown({
    paper: paper.text,
    status: await findClearanceStatus(database.read, paper),
    handling: paper.handling,
    version: latest?.number ?? null,
    when: event === null ? "" : whenOf(event.startsAt, home.homeZone),
    homeZone: home.homeZone,
    today: dateIn(now, WASHINGTON),
  });
  return new Response(text, {
    headers: {
      "Content-Type": "text/markdown; charset=utf-8",
      "Content-Disposition": `attachment; filename="talking-points-${paper.id}.md"`,
    },
  });
});

function whenOf(startsAt: Date, homeZone: string): string {
  const { washington, home } = twoClocks(startsAt, homeZone);
  return `${formatLongDay(dateIn(startsAt, WASHINGTON))}: ${washington} in Washington, ${home}`;
}
