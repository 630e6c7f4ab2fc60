/** Means of the room's cold and hot aisles, written past React. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { metricText } from '../../ui/numbers.ts';
import type { AirSource } from './use-air.ts';

const kinds = ['cold', 'hot'] as const;

function Mean({ air, kind }: { readonly air: AirSource; readonly kind: (typeof kinds)[number] }): ReactNode {
  const node = useRef<HTMLSpanElement>(null);
  const words = useText().floor;
  useEffect(
    () =>
      air.listen((next) => {
        const said = metricText('temperature', next[kind]);
        if (node.current !== null && node.current.textContent !== said) node.current.textContent = said;
      }),
    [air, kind],
  );
  return (
    <span className="flex items-center gap-1.5">
      {kind === 'cold' ? words.coldMean : words.hotMean}
      <span ref={node} className="inline-block min-w-14 text-right font-semibold text-text">
        –
      </span>
    </span>
  );
}

export const AisleMeans = ({ air }: { readonly air: AirSource }): ReactNode => (
  <span className="flex items-center gap-3">
    {kinds.map((kind) => (
      <Mean key={kind} air={air} kind={kind} />
    ))}
  </span>
);
