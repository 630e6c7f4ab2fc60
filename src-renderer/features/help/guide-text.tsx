import type { ReactNode } from 'react';
import { partsOf } from './guide.ts';
import { Term } from './term.tsx';

/** Sentences of the guide, their words tied to the glossary. */
export const GuideText = ({ sentences }: { readonly sentences: readonly string[] }): ReactNode => (
  <div className="flex max-w-2xl flex-col gap-2 text-14">
    {sentences.map((sentence) => (
      <p key={sentence}>
        {partsOf(sentence).map((part, index) =>
          part.kind === 'term' ? (
            <Term key={`${part.term}-${index}`} name={part.term}>
              {part.text}
            </Term>
          ) : (
            <span key={`${part.text}-${index}`}>{part.text}</span>
          ),
        )}
      </p>
    ))}
  </div>
);
