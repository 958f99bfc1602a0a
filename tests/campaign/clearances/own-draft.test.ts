import { expect, test } from "vitest";
import { clearByAnswer, clearByRelease } from "#app/campaign/clearances/clear-text.ts";
import { clearMessage } from "#app/campaign/messages/clear-message.ts";
import { clearReply } from "#app/campaign/messages/objections/clear-reply.ts";
import { clearanceAct, request, SETTINGS } from "../../support/builders/clearance-round.ts";

type Case = { writer: string; ownDraftMayBeCleared: boolean };
const accountId = "jana";
const side = "embassy";
const text = { hash: "hash", shownHash: "hash", handling: "TLP:AMBER", shownHandling: "TLP:AMBER" } as const;

/** Every rule by which somebody clears, asked of a text that has no other fault. */
const RULES = {
  paper: ({ writer, ownDraftMayBeCleared }: Case) =>
    clearByAnswer(
      clearanceAct({
        writers: ["tomas", writer],
        clearer: { accountId, mayAnswer: true },
        settings: { ...SETTINGS, ownDraftMayBeCleared },
      }),
    ),
  release: ({ writer, ownDraftMayBeCleared }: Case) =>
    clearByRelease({
      ...text,
      ...{ status: "draft", round: [request()], ownDraftMayBeCleared },
      writers: ["tomas", writer],
      releaser: { accountId, isHeadOfMission: true },
    }),
  message: ({ writer, ownDraftMayBeCleared }: Case) =>
    clearMessage({
      message: {
        writers: ["tomas", writer],
        proofPoints: 1,
        retiredAt: null,
        sentForReviewAt: null,
        newest: { id: "revision", textHash: "hash" },
      },
      clearances: [],
      shownHash: "hash",
      clearer: { accountId, side },
      ownDraftMayBeCleared,
    }),
  reply: ({ writer, ownDraftMayBeCleared }: Case) =>
    clearReply({
      ...{ isSameText: true, wordsToSay: "Yes.", clearedFor: "nobody", retiredAt: null },
      clearer: { accountId, side },
      writers: [writer],
      ownDraftMayBeCleared,
    }),
};

test.each(Object.entries(RULES))(
  "no one clears their own %s unless the setting allows it",
  (_what, clear) => {
    expect(clear({ writer: "ivana", ownDraftMayBeCleared: false })).toMatchObject({ isOwnDraft: false });
    expect(clear({ writer: "jana", ownDraftMayBeCleared: false })).toEqual({
      ok: false,
      reason: "own-draft",
    });
    expect(clear({ writer: "jana", ownDraftMayBeCleared: true })).toMatchObject({
      ok: true,
      isOwnDraft: true,
    });
  },
);
