// What the reader's browser keeps between visits: the language and the colours. Inside another site's page a browser may
// refuse to keep anything; then the choice holds until the page is closed.

/** What was kept under a name. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a value under a name. */
export function keep(name: string, value: string) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // It holds for now.
  }
}
