/** Moves the clocks of the frame at each full minute. */
export function keepClocks(): void {
  for (const clock of document.querySelectorAll<HTMLElement>("[data-clock]")) {
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: clock.dataset.clock,
      hour: "2-digit",
      minute: "2-digit",
    });
    keepOnTime(() => {
      clock.textContent = format.format(new Date());
    });
  }
}

function keepOnTime(show: () => void): void {
  setTimeout(
    () => {
      show();
      keepOnTime(show);
    },
    60_000 - (Date.now() % 60_000),
  );
}

/** Between two looks, in milliseconds. */
const PAUSE = 2_000;

/** A line with `data-look-again` tells of work under way: it is read again until the work is done, then the whole page is. */
export function lookAgain(): void {
  const line = document.querySelector<HTMLElement>("[data-look-again]");
  if (line !== null) setTimeout(() => look(line), PAUSE);
}

async function look(line: HTMLElement): Promise<void> {
  const response = await fetch(location.pathname).catch(() => null);
  if (response?.ok) {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-look-again]");
    if (fresh === null) return location.replace(location.pathname);
    if (fresh.innerHTML !== line.innerHTML) line.replaceChildren(...fresh.childNodes);
  }
  setTimeout(() => look(line), PAUSE);
}
