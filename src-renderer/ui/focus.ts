/**
 * Moves the focus to what has just arrived, once it has been painted: focusing makes the browser lay out the page at
 * once, and again for what the focus changes, while somebody waits to see it.
 */
export function focusWhenPainted(element: HTMLElement | null | undefined): void {
  requestAnimationFrame(() => setTimeout(() => element?.focus({ preventScroll: true })));
}
