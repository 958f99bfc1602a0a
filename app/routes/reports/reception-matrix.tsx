// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
import { type Figure, levelInDigits, rangeInWords } from "#app/domain/effectiveness/figure.ts";
import { MessageNumber, receptionClass } from "#app/ui/marks.tsx";
import type { EffectivenessView } from "./effectiveness-view.server.ts";

type View = { view: EffectivenessView };

/** Audience by message: figure, word, range and number of ratings in each cell. */
export function ReceptionMatrix({ view }: View) {
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">By audience</h2>
      <table className="heat figures" role="table">
        <caption className="vh">
          Reception by audience and message. Each cell: reception level from −2 to +2, verdict in words,
          likely range, number of ratings, raw average.
        </caption>
        <thead>
          <tr role="row">
            <th scope="col" role="columnheader" className="c0">
              <span className="vh">Audience</span>
            </th>
            {view.messages.map(({ id, number, title, isRetired }) => (
              <th key={id} scope="col" role="columnheader">
                <MessageNumber n={number} />{" "}
                <span className="full">
                  {title}
                  {isRetired ? " (retired)" : ""}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <Row key={row.audience.id} row={row} view={view} />
          ))}
        </tbody>
      </table>
      <Key />
    </section>
  );
}

function Row({ row, view }: View & { row: EffectivenessView["rows"][number] }) {
  const { audience, figures } = row;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`/c/${view.campaignId}/audiences/${audience.id}`}>{audience.name}</a>
      </th>
      {view.messages.map((message, at) => {
        const figure = figures[at];
        const about = new URLSearchParams({ audience: audience.id, message: message.id });
        return figure === undefined ? null : (
          <Cell key={message.id} figure={figure} about={about} view={view} />
        );
      })}
    </tr>
  );
}

function Cell({ figure, about, view }: View & { figure: Figure; about: URLSearchParams }) {
  const base = `/c/${view.campaignId}`;
  if (figure.notes === 0) {
    return (
      <td role="cell" className="none">
        Not yet heard
        {view.mayWrite ? (
          <>
            {" "}
            <a href={`${base}/events/new?${about}`}>plan</a>
          </>
        ) : null}
        <br />
        <span>
          Similar cells suggest {levelInDigits(figure.mean)}, {rangeInWords(figure)}
        </span>
      </td>
    );
  }
  return (
    <td role="cell" className={tintOf(figure)}>
      <a href={`${base}/outcomes?${about}`}>
        <b>{levelInDigits(figure.mean)}</b>
        {figure.verdict}
        <br />
        <span>{rangeInWords(figure)}</span> <span className="nm">n {figure.notes}</span>{" "}
        <span className="nm">raw {levelInDigits(figure.raw ?? 0)}</span>
      </a>
    </td>
  );
}

/** Pale wherever there is not enough evidence, so that nobody reads more out of a colour than the word says. */
function tintOf({ mean, verdict }: Figure): string {
  return receptionClass(mean, verdict === "Not enough evidence");
}

function Key() {
  return (
    <div className="key">
      <span>Reception level</span>
      <span className="steps">
        −2 <i className="r-n2" />
        <i className="r-n1" />
        <i className="r-0" />
        <i className="r-p1" />
        <i className="r-p2" /> +2
      </span>
      <span>
        <i className="r-nu" />
        <i className="r-pu" />
        Not enough evidence
      </span>
      <span>
        <i className="none" />
        Not yet heard
      </span>
    </div>
  );
}
