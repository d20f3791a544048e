/** Milliseconds in which a page of another width finds its height: charts are drawn anew, blanks are filled. */
const settling = 600;

const items = ".card, .task";

/**
 * A narrower page is a longer one. What was just clicked, or else stands uppermost in the window, stays where it is when
 * the width changes, as it does when a place is opened beside.
 */
export function keepInPlace(root: HTMLElement): void {
  let anchor: { readonly element: Element; readonly top: number } | undefined;
  let width = window.innerWidth;
  let settledAt = 0;

  const remember = () => {
    if (performance.now() < settledAt || window.innerWidth !== width) return;
    const focused = document.activeElement?.closest(items);
    const element = focused && isSeen(focused) ? focused : [...document.querySelectorAll(items)].find(isSeen);
    anchor = element && { element, top: element.getBoundingClientRect().top };
  };
  const restore = () => {
    if (anchor?.element.isConnected)
      window.scrollBy(0, anchor.element.getBoundingClientRect().top - anchor.top);
  };

  window.addEventListener("scroll", remember, { passive: true });
  document.addEventListener("focusin", remember);
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    settledAt = performance.now() + settling;
    restore();
  });
  new ResizeObserver(() => {
    if (performance.now() < settledAt) restore();
  }).observe(root);
}

function isSeen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
