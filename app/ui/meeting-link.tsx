import { isWebAddress } from "#app/text/web-address.ts";

/** Where an event meets online, as an address that opens outside the product; what is no web address is shown, never opened. */
export function MeetingLink({ address }: { address: string }) {
  if (!isWebAddress(address)) return <span className="address">{address}</span>;
  return (
    <a className="address" href={address} rel="noreferrer external">
      {address}
    </a>
  );
}
