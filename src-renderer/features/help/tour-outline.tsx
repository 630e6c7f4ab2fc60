import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

const lookMillis = 150;
const gap = 3;

function inSight(anchors: readonly string[]): DOMRect | null {
  for (const anchor of anchors) {
    const box = document.querySelector(anchor)?.getBoundingClientRect();
    if (box !== undefined && box.width > 0 && box.height > 0) return box;
  }
  return null;
}

type TourOutlineProps = {
  readonly anchors: readonly string[];
  readonly onMissing: (isMissing: boolean) => void;
};

/** A line around what the step speaks of, and nothing over it. Screens come and move, so it looks again and again. */
export function TourOutline({ anchors, onMissing }: TourOutlineProps): ReactNode {
  const line = useRef<HTMLDivElement>(null);
  const [isMissing, setMissing] = useState(false);
  const asked = JSON.stringify(anchors);
  useEffect(() => {
    const place = () => {
      const box = inSight(JSON.parse(asked) as readonly string[]);
      const element = line.current;
      setMissing(box === null);
      if (element === null) return;
      element.hidden = box === null;
      if (box === null) return;
      const left = Math.max(1, box.left - gap);
      const top = Math.max(1, box.top - gap);
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
      element.style.width = `${Math.min(window.innerWidth - 1, box.right + gap) - left}px`;
      element.style.height = `${Math.min(window.innerHeight - 1, box.bottom + gap) - top}px`;
    };
    place();
    const timer = setInterval(place, lookMillis);
    return () => clearInterval(timer);
  }, [asked]);
  useEffect(() => onMissing(isMissing), [isMissing, onMissing]);
  return (
    <div
      ref={line}
      aria-hidden
      data-tour-outline
      className="pointer-events-none fixed z-30 rounded-md border-2 border-accent"
    />
  );
}
