/** Stands closed on every page; the browser's script opens it with Ctrl K, "/" or a press on the box, and fills it. */
export function Palette() {
  return (
    <dialog className="palette" aria-label="Find or do anything" data-palette>
      <input
        type="text"
        role="combobox"
        aria-label="Find or do anything"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls="palette-results"
        placeholder="Find or do anything"
        autoComplete="off"
        maxLength={500}
      />
      <div id="palette-results" role="listbox" aria-label="Results" />
      <footer>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> choose
        </span>
        <span>
          <kbd>Enter</kbd> open
        </span>
        <span>
          <kbd>Esc</kbd> close
        </span>
        <span role="status" />
      </footer>
    </dialog>
  );
}
