// From mark to mark: n or an arrow for the next, p or an arrow for the previous, among those that the filter shows.
// The keys work inside the marked text only, so that they are nobody else's.
const KEYS = { n: 1, ArrowRight: 1, ArrowDown: 1, p: -1, ArrowLeft: -1, ArrowUp: -1 };

export class Steps {
  #answer;
  onStep = () => {};

  constructor(answer) {
    this.#answer = answer;
    answer.addEventListener("keydown", (event) => this.#key(event));
    answer.addEventListener("click", (event) => {
      const button = event.target.closest("[data-step]");
      if (button) this.step(Number(button.dataset.step));
    });
  }

  marks() {
    const show = this.#answer.querySelector("[name=show]:checked")?.value ?? "all";
    const kind = show === "all" ? "" : `.is-${show}`;
    return [...this.#answer.querySelectorAll(`#marked .mark${kind}`)];
  }

  // Goes on from `from`, or from the mark that is chosen or has the focus, or from the beginning.
  step(by, from = null) {
    const marks = this.marks();
    if (!marks.length) return;
    const at = from ?? this.#answer.querySelector("#marked .mark.open") ?? document.activeElement.closest?.("#marked .mark");
    const place = at ? marks.indexOf(at) : -1;
    const next = place >= 0 ? marks[place + by] : this.#nearest(marks, at, by);
    if (!next) return;
    next.focus();
    this.onStep(next);
  }

  // Where the filter has taken away the mark that one was at.
  #nearest(marks, at, by) {
    if (!at) return by > 0 ? marks[0] : marks.at(-1);
    const follows = (mark) => Boolean(at.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
    return by > 0 ? marks.find(follows) : marks.findLast((mark) => !follows(mark));
  }

  #key(event) {
    const place = event.target.closest("#marked");
    const by = KEYS[event.key];
    if (!place || !by || event.altKey || event.ctrlKey || event.metaKey) return;
    // On the text as a whole the arrows scroll.
    if (event.target === place && event.key.startsWith("Arrow")) return;
    event.preventDefault();
    this.step(by);
  }
}
