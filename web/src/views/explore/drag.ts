// Tells a drag from a click.
const tremor = 4; // pixels that a hand moves in a click

/** Whether a pointer went so far that it drags, and does not click. */
export function isDrag(from: { x: number; y: number }, to: { x: number; y: number }): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) > tremor;
}
