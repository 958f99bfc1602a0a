/** What is kept of a fault: its kind, place and code; the text of an error can quote what somebody typed. */
export function faultForTheLog(fault: unknown) {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const places = (fault.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  return {
    fault: fault.name,
    code: "code" in fault ? String(fault.code) : null,
    places: places.slice(0, 12),
  };
}
