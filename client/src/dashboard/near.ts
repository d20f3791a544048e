import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Pixels around the window within which cards are drawn; beyond it they keep their height and nothing else. */
const margin = "900px";

type Listener = (isNear: boolean) => void;

const listeners = new WeakMap<Element, Listener>();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
  },
  // Without a root the margin would be one around VS Code's window, which a page in a frame has nothing to do with.
  { root: document, rootMargin: `${margin} 0px` },
);

/** Whether an element is to be seen or about to be, or has the focus, so that hundreds of charts cost what a few do. */
export function useNear(ref: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    listeners.set(element, (near) => setNear(near || element.contains(document.activeElement)));
    observer.observe(element);
    return () => observer.unobserve(element);
  }, [ref]);
  return isNear;
}
