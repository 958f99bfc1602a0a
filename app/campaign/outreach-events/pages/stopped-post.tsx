import { useActionData, useLoaderData } from "@remix-run/react";
import { listStoppedPosts } from "#app/campaign/holds/event-hold-states.server.ts";
import { settleStoppedPost } from "#app/campaign/holds/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { ButtonForm, ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { TwoTimes } from "#app/ui/two-clocks.tsx";
import { eventHere } from "../event-page.server.ts";

export const meta = () => pageTitle("A post needs a new time");

export const loader = campaignPage("read", async (arrival) => {
  const { id, title, startsAt } = await eventHere(arrival);
  const [stopped] = await listStoppedPosts(arrival.database.read, [id]);
  const own = addressOf.event(arrival.campaign.id, id);
  return {
    own,
    title,
    startsAt,
    hold: stopped === undefined ? null : addressOf.hold(arrival.campaign.id, stopped.holdId),
    mayWrite: arrival.may("write"),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const event = await eventHere(arrival);
  return save(
    arrival,
    { ok: true, value: { campaignId: arrival.campaign.id, event } },
    settleStoppedPost,
    () => "This post is not waiting for a new time, so there is nothing to change",
  );
});

/** A post that a hold stopped goes out again at a new time, or at its own once somebody says so. */
export default function StoppedPostPage() {
  const { own, title, startsAt, hold, mayWrite } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={title} crumbs={[{ label: "Event", to: own }, "New time"]} />
      <ErrorSummary errors={refused?.errors} />
      {hold === null ? (
        <p className="empty">
          This post is not waiting for a new time. <a href={own}>Back to the event</a>
        </p>
      ) : (
        <>
          <p>
            A <a href={hold}>hold</a> stopped this post and has since been lifted. The post will not go out
            automatically: give it a new time, or let it keep <TwoTimes at={startsAt} />.
          </p>
          {mayWrite ? (
            <p>
              <a className="button primary" href={`${own}/move`}>
                Give it a new time
              </a>
            </p>
          ) : null}
          {mayWrite ? <ButtonForm label="Keep its time" /> : null}
        </>
      )}
    </>
  );
}
