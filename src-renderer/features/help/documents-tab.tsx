import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { findDocuments } from './documents.ts';
import type { Document, Found } from './documents.ts';
import { headingId } from './markdown.ts';
import { MarkdownView } from './markdown-view.tsx';
import { SearchField } from './search-field.tsx';
import { SideList } from './side-list.tsx';

export type DocumentsTabProps = {
  readonly documents: QueryState<readonly Document[]>;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly doc: string | null;
  readonly part: string | null;
  readonly onOpen: (doc: string, part: string | null) => void;
};

function Hits({ found, onOpen }: { readonly found: readonly Found[] } & Pick<DocumentsTabProps, 'onOpen'>) {
  return (
    <ul className="flex flex-col gap-4 p-4">
      {found.map(({ name, title, places }) => (
        <li key={name}>
          <h3 className="text-13 font-semibold">{title}</h3>
          <ul>
            {places.map((place, index) => (
              <li key={`${place.line}-${index}`}>
                <button
                  type="button"
                  onClick={() => onOpen(name, headingId(place.heading))}
                  className="min-h-6 w-full rounded-md px-2 py-1 text-left text-13 text-text-2 hover:bg-hover hover:text-text"
                >
                  <span className="text-text-3">{place.heading}: </span>
                  {place.line}
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

type ReadingProps = {
  readonly document: Document;
  readonly known: ReadonlySet<string>;
  readonly part: string | null;
};

function Reading({ document, known, part }: ReadingProps): ReactNode {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = part === null ? null : page.current?.querySelector<HTMLElement>(`#doc-${CSS.escape(part)}`);
    place?.scrollIntoView();
    place?.focus({ preventScroll: true });
  }, [document.name, part]);
  return (
    <div ref={page} key={document.name} className="p-4">
      <MarkdownView text={document.text} here={{ current: document.name, known }} />
    </div>
  );
}

function Shown(props: DocumentsTabProps & { readonly all: readonly Document[] }): ReactNode {
  const { all, search, onSearch, doc, part, onOpen } = props;
  const words = useText().help;
  const known = useMemo(() => new Set(all.map(({ name }) => name)), [all]);
  const found = useMemo(() => findDocuments(all, search), [all, search]);
  const chosen = all.find(({ name }) => name === doc) ?? all[0];
  const isSearching = search.trim() !== '';
  return (
    <div className="flex min-h-0 flex-1 flex-col @min-[720px]:flex-row">
      <SideList
        label={words.documentList}
        head={<SearchField label={words.searchDocuments} value={search} onChange={onSearch} />}
        items={found.map(({ name, title, places }) => ({
          id: name,
          title,
          ...(isSearching ? { note: String(places.length) } : {}),
        }))}
        chosen={isSearching ? null : (chosen?.name ?? null)}
        onChoose={(name) => onOpen(name, null)}
      />
      {isSearching && found.length === 0 && (
        <EmptyState
          text={words.noDocument(search)}
          action={
            <Button icon={X} onClick={() => onSearch('')}>
              {words.clear}
            </Button>
          }
        />
      )}
      {isSearching && found.length > 0 && (
        <ScrollRegion label={words.tabs.documents}>
          <Hits found={found} onOpen={onOpen} />
        </ScrollRegion>
      )}
      {!isSearching && chosen !== undefined && (
        <ScrollRegion key={chosen.name} label={chosen.title}>
          <Reading document={chosen} known={known} part={part} />
        </ScrollRegion>
      )}
    </div>
  );
}

export function DocumentsTab(props: DocumentsTabProps): ReactNode {
  const words = useText().help;
  return (
    <Face state={props.documents} what={words.documentsWhat} still={words.documentsStill}>
      {(all) => (all.length === 0 ? <EmptyState text={words.noDocuments} /> : <Shown {...props} all={all} />)}
    </Face>
  );
}
