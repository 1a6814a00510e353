// Copies a text. Over plain HTTP, and inside some frames, a browser has no clipboard to give: the text is then selected,
// so that the reader can copy it with the keyboard.

/** Copies, and tells whether that was allowed. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Selects all text of an element. */
export function selectAll(element: Element | null) {
  if (element) getSelection()?.selectAllChildren(element);
}
