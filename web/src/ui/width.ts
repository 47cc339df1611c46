import { useEffect, useRef, useState } from "preact/hooks";

/** The width of a box in whole pixels, kept up; 0 before it is known. */
export function useWidth<E extends HTMLElement = HTMLDivElement>() {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const sized = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    sized.observe(box.current!);
    return () => sized.disconnect();
  }, []);
  return { box, width };
}
