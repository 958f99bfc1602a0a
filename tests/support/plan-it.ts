import type { Page } from "playwright-core";

/** Presses "Plan the event", again where what speaks against it is shown first, and waits for the event's page. */
export async function planIt(page: Page): Promise<void> {
  const press = () => page.getByRole("button", { name: "Plan the event" }).click();
  await press();
  await page.locator("[data-answer], [data-done]").first().waitFor({ state: "attached" });
  if ((await page.locator("[data-done]").count()) === 0) await press();
  await page.waitForURL(/\/events\/[a-z2-7]{20}/);
}
