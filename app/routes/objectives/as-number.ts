/** A figure as it is shown: at most three decimals, a true minus. */
export function asNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded < 0 ? `−${-rounded}` : String(rounded);
}
