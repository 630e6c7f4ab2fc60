import { Link2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Face } from '../../ui/face.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { findTerms } from './glossary.ts';
import type { Term } from './glossary.ts';
import { SearchField } from './search-field.tsx';

export type GlossaryTabProps = {
  readonly glossary: QueryState<readonly Term[]>;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** The one a link leads to: in sight and marked. */
  readonly term: string | null;
  readonly onCopy: (term: Term) => void;
};

type EntryProps = Pick<GlossaryTabProps, 'onCopy'> & { readonly term: Term; readonly isChosen: boolean };

function Entry({ term, isChosen, onCopy }: EntryProps): ReactNode {
  const words = useText().help;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isChosen) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [isChosen]);
  return (
    <div
      ref={place}
      tabIndex={isChosen ? -1 : undefined}
      className={classNames(
        'group grid gap-x-6 border-t px-4 py-2 @min-[720px]:grid-cols-[minmax(180px,1fr)_minmax(0,2.4fr)_28px]',
        isChosen && 'bg-raised outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <dt className="text-13 font-semibold">{term.name}</dt>
      <dd className="max-w-2xl text-13 text-text-2">{term.meaning}</dd>
      <dd className="max-[720px]:hidden">
        <IconButton icon={Link2} label={words.copyTerm(term.name)} onClick={() => onCopy(term)} />
      </dd>
    </div>
  );
}

export function GlossaryTab({ glossary, search, onSearch, term, onCopy }: GlossaryTabProps): ReactNode {
  const words = useText().help;
  return (
    <Face state={glossary} what={words.textsWhat} still={words.documentsStill}>
      {(terms) => {
        const found = findTerms(terms, search);
        return (
          <>
            <div className="flex items-center gap-3 p-3">
              <SearchField label={words.searchGlossary} value={search} onChange={onSearch} />
              <span role="status" className="shrink-0 text-12 text-text-2">
                {words.terms(found.length)}
              </span>
            </div>
            {found.length === 0 ? (
              <EmptyState
                text={words.noTerm(search)}
                action={
                  <Button icon={X} onClick={() => onSearch('')}>
                    {words.clear}
                  </Button>
                }
              />
            ) : (
              <ScrollRegion label={words.tabs.glossary}>
                <dl>
                  {found.map((one) => (
                    <Entry key={one.id} term={one} isChosen={one.id === term} onCopy={onCopy} />
                  ))}
                </dl>
              </ScrollRegion>
            )}
          </>
        );
      }}
    </Face>
  );
}
