const WAYS = [
  {
    program: "Outlook",
    how: "Add calendar, Subscribe from web: paste the https address. In the classic program: Account settings, Internet calendars, New.",
  },
  {
    program: "Google Calendar",
    how: "Other calendars, +, From URL: paste the https address. Google reads it anew about once a day.",
  },
  {
    program: "Apple Calendar",
    how: "File, New calendar subscription: paste the webcal address, or open it.",
  },
  { program: "Thunderbird", how: "New calendar, On the network, iCalendar: paste the https address." },
] as const;

/** How each of the usual programs subscribes, in a line. */
export function HowToAdd() {
  return (
    <section>
      <h2>How to add it</h2>
      <dl className="dl">
        {WAYS.map(({ program, how }) => (
          <div key={program}>
            <dt>{program}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        Outlook on the web and Google read the address from their own servers. Where this product answers
        inside your network only, programs on your own computer can still read it.
      </p>
    </section>
  );
}
