import { keepClocks } from "#app/ui/enhance/clocks.ts";
import { offerCopying } from "#app/ui/enhance/copying.ts";
import { keepDrafts } from "#app/ui/enhance/drafts.ts";
import { focusWhatMatters } from "#app/ui/enhance/focus.ts";
import { lookAgain } from "#app/ui/enhance/look-again.ts";
import { offerMarks } from "#app/ui/enhance/mark-buttons.ts";
import { showPending } from "#app/ui/enhance/pending.ts";
import { offerPrinting } from "#app/ui/enhance/printing.ts";
import { readLive } from "#app/ui/enhance/read-live.ts";
import { saveAsTyped } from "#app/ui/enhance/saved-as-typed.ts";
import { listenForShortcuts } from "#app/ui/enhance/shortcuts.ts";

// Nothing on a page needs this script: it only adds to what forms and links do.
offerMarks();
keepDrafts();
saveAsTyped();
readLive();
focusWhatMatters();
showPending();
listenForShortcuts();
keepClocks();
offerPrinting();
offerCopying();
lookAgain();
// Dragging is of use on the week only, and is not loaded elsewhere.
if (document.querySelector(".week [data-event]") !== null)
  import("#app/ui/enhance/moving/move-events.ts").then(({ moveEvents }) => moveEvents());
