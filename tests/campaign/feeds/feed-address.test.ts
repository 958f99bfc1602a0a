import { expect, test } from "vitest";
import { feedAddress, isFeedPath, subscribingAddress, tokenOfPath } from "#app/campaign/feeds/feed.ts";

const TOKEN = `${"aZ09_-".repeat(7)}a`;

test("a feed's path names its token, another path under it nothing, and any other path no feed", () => {
  expect(feedAddress("https://x.example", TOKEN)).toBe(`https://x.example/calendar/${TOKEN}.ics`);
  expect(subscribingAddress("https://x.example", TOKEN)).toBe(`webcal://x.example/calendar/${TOKEN}.ics`);
  expect(subscribingAddress("http://x.example", TOKEN)).toBe(`webcal://x.example/calendar/${TOKEN}.ics`);
  expect(tokenOfPath(`/calendar/${TOKEN}.ics`)).toBe(TOKEN);
  for (const none of [
    TOKEN,
    `${TOKEN}a.ics`,
    `x${TOKEN}.ics`,
    `${TOKEN.slice(1)}.ics`,
    `a/${TOKEN}.ics`,
    ".ics",
    "",
  ])
    expect(tokenOfPath(`/calendar/${none}`), none).toBe("");
  expect(tokenOfPath(`/x/${TOKEN}.ics`)).toBeNull();
  expect([isFeedPath("/calendar/x"), isFeedPath("/calendar"), isFeedPath("/c/calendar/")]).toEqual([
    true,
    false,
    false,
  ]);
});
