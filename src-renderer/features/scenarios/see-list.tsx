import { useId } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';

/** In the order in which one should see it. */
export function SeeList({ see }: { readonly see: readonly string[] }): ReactNode {
  const words = useText().scenarios;
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <h3 id={id} className="text-12 font-semibold text-text-2">
        {words.see}
      </h3>
      <ol aria-labelledby={id} className="flex list-decimal flex-col gap-1 pl-5 text-13">
        {see.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}
