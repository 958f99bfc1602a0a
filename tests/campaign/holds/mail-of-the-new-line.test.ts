import { beforeEach, expect, test } from "vitest";
import {
  listNotices,
  listNotMailed,
  markNoticeSent,
  sendNewLine,
} from "#app/campaign/holds/holding-lines/new-line-notices.server.ts";
import type { MailSettings } from "#app/http/mail-environment.ts";
import { now } from "../../support/author.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { by, inCampaign } from "../../support/builders/started-paper.ts";
import { cleared, database, setLineScene, target } from "../../support/holding-line-scene.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

beforeEach(setLineScene);

const from = { name: "", address: "post@mission.example" };
const mail: MailSettings = { host: "127.0.0.1", port: 9, security: "none", credentials: null, from };

const sendToJana = () =>
  database.change(by("jana"), inCampaign, (change) =>
    sendNewLine(change, target, [{ kind: "account", id: "jana" }]),
  );

test("a line sent to oneself is mailed too; one that no e-mail carried can be marked as sent by hand", async () => {
  await cleared();
  await sendToJana();
  const own = `jana ${now.toISOString()}`;
  const notMailed = async () => [...(await listNotMailed(database.read, "esa"))];
  expect(await notMailed()).toEqual([[own, { waits: true }]]);
  await database.writeUnrecorded((write) =>
    write.updateTable("mail").set({ dropped_at: now.toISOString() }).where("kind", "=", "new line").execute(),
  );
  expect(await notMailed()).toEqual([[own, { waits: false }]]);
  const notices = () => listNotices(database.read, target.holdId);
  const later = { ...by("jana"), now: new Date(now.getTime() + 60_000) };
  const noticeId = (await notices())[0]?.noticeId ?? "";
  const mark = () => database.change(later, inCampaign, (change) => markNoticeSent(change, target, noticeId));
  expect((await mark()).ok).toBe(true);
  expect((await notices())[0]?.sent?.at).toEqual(later.now);
  expect(await mark()).toEqual({ ok: false, reason: "not-found" });
});

test("with mail off the new line stands there to copy, and a colleague's is marked as sent by hand", async () => {
  await cleared();
  const later = () => new Date(now.getTime() + 60_000);
  const [{ address: off }, { address: on }, { address: then }] = [
    await startedServer(database, { now: () => now }),
    await startedServer(database, { now: () => now, mail }),
    await startedServer(database, { now: later }),
  ];
  const cookie = await cookieOf(database, off, "jana", now);
  const here = `/c/esa/holds/${target.holdId}`;
  const page = async (at: string) => (await openPage(at, here, cookie)).text.replaceAll("<!-- -->", "");
  const { id } = await database.read.selectFrom("talking_points").select("id").executeTakeFirstOrThrow();
  await openPage(off, `/c/esa/talking-points/${id}.md`, cookie);
  await record(database, async (change) => {
    const copy = await change.read.selectFrom("paper_copy").select("id").executeTakeFirstOrThrow();
    await change.update("paper_copy", copy.id, { taken_at: "2026-11-09T17:00:00.000Z" }, null);
  });
  expect(await page(on)).toContain(
    "The colleagues you choose will be told by e-mail at once; send it to others",
  );
  expect(await page(off)).toContain("Mail is off, so no one is told by e-mail: copy the text");
  await sendToJana();
  expect(await page(on)).toContain("Not e-mailed yet");
  expect(await page(on)).not.toContain("Mark as sent");
  const before = await page(off);
  expect(before).toMatch(/Text to copy<\/b> We talk to our American partners\./);
  expect(before).toContain("Not e-mailed: mail is off");
  const notice = /name="notice" value="([^"]+)"/.exec(before)?.[1] ?? "";
  expect((await sendForm(then, here, cookie, { intent: "mark-sent", notice })).status).toBe(303);
  expect(await page(off)).toContain("Sent version 1");
});

test("who places a hold is told whether those responsible are told by e-mail", async () => {
  const said = async (settings: { mail?: MailSettings }) => {
    const { address } = await startedServer(database, { now: () => now, ...settings });
    const cookie = await cookieOf(database, address, "petr", now);
    await record(database, async (change) => {
      await change.update("message_hold", target.holdId, { lifted_at: now.toISOString() }, null);
    });
    return (await openPage(address, "/c/esa/messages/1/hold", cookie)).text;
  };
  expect(await said({ mail })).toContain("The people responsible will be told by e-mail.");
  expect(await said({})).toContain("will not be told by e-mail: tell them yourself.");
});
