import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import styles from "#app/campaign/accounts/accounts.css?url";
import { mailStateOf } from "#app/http/environment.ts";
import { identifier } from "#app/http/fields.ts";
import {
  administratorAction,
  administratorPage,
  type Sent,
  type SignedInArrival,
} from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { afterChange, refuseForm } from "#app/http/save-form.server.ts";
import { formatDayAndTime } from "#app/time/format.ts";
import { AdministrationHead } from "#app/ui/account-heads.tsx";
import { Choices } from "#app/ui/field.tsx";
import { ButtonForm, ErrorSummary, FormFrame } from "#app/ui/form-frame.tsx";
import { CutLine } from "#app/ui/list.tsx";
import { MailStateLine } from "#app/ui/mail-state.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { updateInstallation } from "#db/installation.server.ts";
import { readPost } from "../lists.server.ts";
import { giveLetterUp, queueOnce, tryLetterNow } from "../store.server.ts";
import { LetterList } from "./letter-list.tsx";

export const meta = () => pageTitle("Mail");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = administratorPage(async ({ account, database, context, home, now, today }) => {
  const post = await readPost(database.read, now);
  const clock = (at: string) => formatDayAndTime(new Date(at), today, account.zone);
  const inWords = (letters: typeof post.waiting) =>
    letters.map((letter) => ({
      ...letter,
      queuedAt: clock(letter.queuedAt),
      nextTryAt: clock(letter.nextTryAt),
    }));
  const { lastAt, count } = post.sent;
  return {
    mail: mailStateOf(context.settings),
    showsTitles: home.mailShowsTitles,
    waiting: inWords(post.waiting),
    notKnown: inWords(post.notKnown),
    openCutAt: post.openCutAt,
    givenUp: inWords(post.givenUp.rows),
    givenUpCutAt: post.givenUp.cutAt,
    sent:
      count === 0 || lastAt === null
        ? "none in the last 90 days."
        : `${count} in the last 90 days, most recently ${clock(lastAt)}.`,
  };
});

const mailForm = z.discriminatedUnion("act", [
  z.object({ act: z.literal("titles"), titles: z.literal("yes").optional() }),
  z.object({ act: z.literal("try"), letter: identifier }),
  z.object({ act: z.literal("give up"), letter: identifier }),
  z.object({ act: z.literal("test") }),
]);

export const action = administratorAction(async (arrival) => {
  const { form, account, database, now } = arrival;
  const read = readForm(form, mailForm);
  if (!read.ok) return refuseForm(form, read.errors);
  const asked = read.value;
  if (asked.act === "titles") return saveTitles(arrival, asked.titles === "yes");
  if (asked.act === "try") await tryLetterNow(database, asked.letter, now);
  if (asked.act === "give up")
    await giveLetterUp(database, asked.letter, `Abandoned by ${account.name}.`, now);
  if (asked.act === "test") await queueTest(arrival);
  return redirect("/admin/mail", 303);
});

export default function Mail() {
  const { mail, waiting, notKnown, openCutAt, givenUp, givenUpCutAt, sent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const acts = mail === null ? (["give up"] as const) : (["try", "give up"] as const);
  return (
    <>
      <AdministrationHead at="/admin/mail" sub="E-mails to the users of this installation" />
      <ErrorSummary errors={refused?.errors} />
      <div className="stack">
        <section className="measured">
          <h2>Mail server</h2>
          <MailStateLine mail={mail} howToTurnOn />
          <p>Sent: {sent}</p>
          {mail === null ? null : <ButtonForm label="Send yourself a test" fields={{ act: "test" }} />}
        </section>
        <LetterList title="Waiting" none="No e-mail is waiting." letters={waiting} acts={acts} />
        <LetterList
          title="Delivery not confirmed"
          note="Delivery of these e-mails was not confirmed, so they may or may not have arrived. They are not sent again automatically."
          letters={notKnown}
          acts={acts}
        />
        <CutLine
          cutAt={openCutAt}
          which="first e-mails waiting or not confirmed"
          others="The rest will appear as these are sent or abandoned."
        />
        <LetterList title="Abandoned" letters={givenUp} acts={mail === null ? [] : ["try"]} />
        <CutLine
          cutAt={givenUpCutAt}
          which="e-mails abandoned most recently"
          others="The rest will appear as these are sent."
        />
        <Titles />
      </div>
    </>
  );
}

function Titles() {
  const { showsTitles } = useLoaderData<typeof loader>();
  return (
    <section>
      <h2>What an e-mail may say</h2>
      <FormFrame id="titles">
        <input type="hidden" name="act" value="titles" />
        <Choices
          kind="many"
          name="titles"
          label="Titles"
          hint="An e-mail says what is asked and by when, with a link. It never quotes a text, because e-mail passes through other people’s servers."
          chosen={showsTitles ? ["yes"] : []}
          choices={[
            {
              value: "yes",
              label: "E-mails may name papers, events, messages and campaigns",
              hint: "Nothing marked TLP:RED is ever named",
            },
          ]}
        />
        <p className="save">
          <button className="button primary" type="submit" data-pending="Saving…">
            Save
          </button>
        </p>
      </FormFrame>
    </section>
  );
}

async function saveTitles({ database, author, submission }: SignedInArrival & Sent, showsTitles: boolean) {
  const saved = await database.change(author, submission, async (change) => {
    await updateInstallation(change, { mail_shows_titles: showsTitles ? 1 : 0 });
    change.describe({
      recordKind: "installation",
      recordId: "installation",
      action: "changed",
      summary: `${showsTitles ? "Allowed" : "Forbade"} e-mails to name what they are about`,
      location: "/admin/mail",
    });
    return { ok: true } as const;
  });
  return afterChange(saved);
}

/** The page that was sent twice asks for one test. */
function queueTest({ account, database, now, submission }: SignedInArrival & Sent): Promise<void> {
  const letter = {
    kind: "test",
    accountId: account.id,
    campaignId: null,
    subjectTitle: "",
    handling: "",
    path: "/admin/mail",
    details: { dueAt: null, answer: null },
    subjectId: null,
  } as const;
  return queueOnce(database, `test ${account.id} ${submission.submission ?? now.toISOString()}`, letter, now);
}
