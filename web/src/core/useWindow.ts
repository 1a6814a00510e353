// useWindow says which rows of a long list are in sight, so that a list of ten thousand draws a few dozen. The rows of such
// a list have one height.
import { useEffect, useState } from 'react';

/** From how many rows on a list is drawn by windows. */
export const longList = 300;

const spare = 20; // rows drawn above and below what is in sight

/** The rows to draw, from the first up to, without, the last. */
export interface Window {
  from: number;
  to: number;
  /** Brings a row into sight. */
  reveal: (row: number) => void;
}

/** Watches a frame that scrolls. `offset` is how far below the frame's top the list begins. */
export function useWindow(frame: React.RefObject<HTMLElement | null>, rows: number, height: number, offset: () => number): Window {
  const long = rows > longList;
  const [seen, setSeen] = useState({ from: 0, to: 2 * spare });
  useEffect(() => {
    const element = frame.current;
    if (!long || !element) return;
    const look = () => {
      const first = Math.max(0, Math.floor((element.scrollTop - offset()) / height / spare) * spare - spare);
      const to = first + Math.ceil(element.clientHeight / height) + 3 * spare;
      setSeen((last) => (last.from === first && last.to === to ? last : { from: first, to }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sized = new ResizeObserver(look);
    sized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      sized.disconnect();
    };
  }, [frame, long, height, offset]);
  const reveal = (row: number) => {
    const element = frame.current;
    if (!long || !element) return;
    const top = offset() + row * height;
    if (top < element.scrollTop + height) element.scrollTop = top - height;
    else if (top + 2 * height > element.scrollTop + element.clientHeight) element.scrollTop = top + 2 * height - element.clientHeight;
  };
  return long ? { from: seen.from, to: Math.min(seen.to, rows), reveal } : { from: 0, to: rows, reveal };
}
