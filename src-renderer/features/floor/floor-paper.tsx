/** What paper shows of the floor: its picture alone, in the light theme. Drawn when printing begins. */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { floorPicture } from './floor-picture.ts';
import type { PictureSubject } from './picture-subject.ts';
import './floor.css';

export function FloorPaper({ subject }: { readonly subject: () => PictureSubject | null }): ReactNode {
  const paper = useRef<HTMLDivElement>(null);
  const before = useEffectEvent(() => {
    const drawn = subject();
    if (drawn !== null) paper.current?.replaceChildren(floorPicture(drawn, 'light'));
  });
  useEffect(() => {
    const fill = (): void => before();
    const clear = (): void => paper.current?.replaceChildren();
    window.addEventListener('beforeprint', fill);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', fill);
      window.removeEventListener('afterprint', clear);
    };
  }, []);
  return createPortal(<div ref={paper} className="floor-paper" />, document.body);
}
