import type {
  Library,
  LibraryMessage,
  LibraryObjection,
  LibraryProofPoint,
  LibrarySource,
} from "#app/campaign/messages/library/library.ts";
import { factsRecord } from "#app/campaign/messages/proof-points/record.ts";

export function libraryMessage(given: Partial<LibraryMessage> = {}): LibraryMessage {
  return {
    number: 1,
    title: "A bigger European share",
    statement: "Europeans should carry more.",
    talkingPoint: "Europeans can carry more, and want to.",
    avoid: "",
    note: "",
    effectiveFrom: null,
    effectiveUntil: null,
    proofPoints: ["P1"],
    objections: ["O1"],
    ...given,
  };
}

export function libraryObjection(given: Partial<LibraryObjection> = {}): LibraryObjection {
  return {
    code: "O1",
    name: "Duplication",
    says: "It is done twice.",
    who: "",
    sources: [],
    proofPoints: ["P1"],
    isDifficultQuestion: false,
    wordsToSay: "It is done once, and shared.",
    noteToSpeaker: "Ask which staff is meant.",
    ...given,
  };
}

export function libraryProofPoint(given: Partial<LibraryProofPoint> = {}): LibraryProofPoint {
  return {
    ...factsRecord.leftEmpty,
    code: "P1",
    claim: "Twenty-two allies reached the mark.",
    figures: [],
    sources: ["nato"],
    asOf: "2025-08-28",
    checkedOn: null,
    reviewBy: "2027-04-30",
    disclosure: "free to use",
    ...given,
  };
}

export function librarySource(given: Partial<LibrarySource> = {}): LibrarySource {
  return {
    code: "nato",
    title: "NATO, August 2025",
    publisher: "",
    publishedOn: null,
    address: "https://nato.example/",
    kind: "primary",
    ...given,
  };
}

/** A library of one record of each kind, with the given ones instead. */
export function library(given: Partial<Library> = {}): Library {
  return {
    messages: [libraryMessage()],
    framings: [],
    objections: [libraryObjection()],
    proofPoints: [libraryProofPoint()],
    sources: [librarySource()],
    ...given,
  };
}

/** The fields of a form in which no source is named beside those that a record has. */
export const noOtherSource = {
  otherSource: null,
  newSourceTitle: "",
  newSourceAddress: "",
  newSourcePublisher: "",
  newSourcePublishedOn: null,
  newSourceKind: "",
};
