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
