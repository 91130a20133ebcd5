// Rest: a deck asks for a frame sixty times a second, also when nothing moves, and keeps a laptop
// warm with it. After a second of frames without a cause it gets none until something happens.

const FRAMES = 60;
const CAUSES = ["pointerdown", "pointermove", "pointerup", "pointerleave", "wheel"];

export class Rest {
  constructor(stage) {
    this.left = FRAMES;
    this.held = new Set();
    this.decks = new Set();
    for (const cause of CAUSES) {
      stage.addEventListener(cause, () => this.wake(), { capture: true, passive: true });
    }
  }

  /** Let a deck draw while there is a cause to. */
  keep(deck) {
    this.decks.add(deck);
    deck.animationLoop.setProps({
      animationFrameProvider: {
        requestAnimationFrame: (call) => this.#ask(call),
        cancelAnimationFrame: (asked) => this.#cancel(asked),
      },
    });
  }

  /** Something changes: draw again, and for a while. */
  wake() {
    this.left = FRAMES;
    for (const asked of this.held) asked.frame = requestAnimationFrame(asked.call);
    this.held.clear();
  }

  #ask(call) {
    const asked = { call };
    if (this.left > 0 || !this.#isLoaded()) {
      this.left -= 1;
      asked.frame = requestAnimationFrame(call);
    } else {
      this.held.add(asked);
    }
    return asked;
  }

  #cancel(asked) {
    this.held.delete(asked);
    cancelAnimationFrame(asked.frame);
  }

  /** Pictures come later than the layers that show them. */
  #isLoaded() {
    return [...this.decks].every((deck) => deck.layerManager.getLayers().every((layer) => layer.isLoaded));
  }
}
