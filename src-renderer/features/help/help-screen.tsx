import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useActions } from '../../app/action-table.ts';
import { copyLink } from '../../app/share-link.ts';
import { screens } from '../../app/shell.actions.ts';
import { goTo } from '../../app/way.ts';
import { useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { useDocuments } from './documents.ts';
import { useGlossary } from './glossary.ts';
import { useGuide } from './guide.ts';
import { placeIn } from './help-place.ts';
import { HelpView } from './help-view.tsx';
import { startTour, useTour } from './tour-state.ts';
import { tourSteps } from './tour.table.ts';
import { useDrillCards } from '../scenarios/use-cards.ts';

type Put = (values: Readonly<Record<string, string | null>>, isStep?: 'step') => void;

function usePlace(): { readonly place: ReturnType<typeof placeIn>; readonly put: Put } {
  const [search, setSearch] = useSearchParams();
  const put: Put = (values, isStep) =>
    setSearch(
      (last) => {
        for (const [key, value] of Object.entries(values)) {
          if (value === null || value === '') last.delete(key);
          else last.set(key, value);
        }
        return last;
      },
      // What is opened is a step back and forward; what is typed is not.
      { replace: isStep === undefined },
    );
  return { place: placeIn(search), put };
}

const elsewhere = { term: null, doc: null, part: null, q: null } as const;

export function HelpScreen(): ReactNode {
  const words = useText().help;
  const { place, put } = usePlace();
  const held = useWorld((state) => state.drills);
  const runs = useMemo(() => [...held.values()], [held]);
  const documents = useDocuments();
  const { phase, step } = useTour();
  const isBegun = phase === 'left';
  return (
    <HelpView
      tab={place.tab}
      onTab={(tab) => put({ ...elsewhere, tab }, 'step')}
      screens={{
        guide: useGuide(),
        screens,
        actions: useActions(),
        about: place.about,
        onAbout: (about) => put({ about, tab: null }, 'step'),
        onGo: goTo,
        documents: documents.data ?? [],
        tour: {
          label: isBegun ? words.resumeTour(step + 1, tourSteps.length) : words.takeTour,
          start: () => startTour(isBegun ? step : 0),
        },
      }}
      glossary={{
        glossary: useGlossary(),
        search: place.search,
        onSearch: (q) => put({ q, term: null, tab: 'glossary' }),
        term: place.term,
        onCopy: ({ id }) => void copyLink(`/help?term=${id}`),
      }}
      lessons={{
        cards: useDrillCards(),
        runs,
        onOpen: (drill) => goTo(`/drills?tab=drills&drill=${drill}`),
      }}
      documents={{
        documents,
        search: place.search,
        onSearch: (q) => put({ q, tab: 'documents' }),
        doc: place.doc,
        part: place.part,
        onOpen: (doc, part) => put({ doc, part, q: null, tab: 'documents' }, 'step'),
      }}
    />
  );
}
