import { type FormValues, typedValues } from "#app/http/form-values.ts";
import { type AudienceOffer, isUseful, sentAs } from "./audiences-of-contact.ts";

/** For whoever belongs to no audience of an event: one of the campaign's to tick, or one that is made with it. */
export function AudienceOffers({ offers, chosen }: { offers: readonly AudienceOffer[]; chosen: FormValues }) {
  const useful = offers.filter(isUseful);
  if (useful.length === 0) return null;
  return (
    <fieldset className="field" id="audience-offers">
      <legend>Which audiences should the ratings count for?</legend>
      <ul className="choice">
        {useful.map((offer) => (
          <li key={offer.contactId}>
            {offer.name}{" "}
            {offer.isOtherSide
              ? "sits on the other side of the committee that this event is for."
              : "is not in any audience for this event."}
            {offer.present.map(({ id, name }) => (
              <Tick key={id} name="audiences" value={id} label={name} chosen={chosen} />
            ))}
            {offer.make.map((one) => (
              <Tick
                key={sentAs(one)}
                name="make"
                value={sentAs(one)}
                label={`${one.name} (adds this audience to the campaign)`}
                chosen={chosen}
              />
            ))}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Tick({
  name,
  value,
  label,
  chosen,
}: {
  name: "audiences" | "make";
  value: string;
  label: string;
  chosen: FormValues;
}) {
  return (
    <label>
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={typedValues(chosen, name, []).includes(value)}
      />
      <span>{label}</span>
    </label>
  );
}
