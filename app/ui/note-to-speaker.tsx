import { MarkedText } from "./marked-text.tsx";

/** Guidance for our own side: shown inside the house alone, and never as something that is said. */
export function NoteToSpeaker({ note }: { note: string }) {
  if (note === "") return null;
  return (
    <p className="note prewrap">
      <b>Note to the speaker, not to be said.</b> <MarkedText text={note} />
    </p>
  );
}
