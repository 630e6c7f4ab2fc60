/** The faces of the help's tabs. */
import type { ReactNode } from 'react';
import type { QueryState } from '../../data/client.ts';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import type { HelpTab } from './help-place.ts';
import {
  sampleCards,
  sampleCommands,
  sampleDocuments,
  sampleGuide,
  sampleRuns,
  sampleScreens,
  sampleTerms,
} from './help-samples.ts';
import { HelpView } from './help-view.tsx';

type FaceProps = { readonly face: FaceName };
const nothing = (): void => undefined;

function Tabbed({ face, tab }: FaceProps & { readonly tab: HelpTab }): ReactNode {
  const search = face === 'empty' ? 'zzz' : '';
  const terms: QueryState<typeof sampleTerms> = inFace(face, sampleTerms, sampleTerms);
  return (
    <HelpView
      tab={tab}
      onTab={nothing}
      screens={{
        guide: inFace(face, sampleGuide, sampleGuide),
        screens: sampleScreens,
        actions: face === 'empty' ? [] : sampleCommands,
        about: 'floor',
        onAbout: nothing,
        onGo: nothing,
        documents: face === 'empty' ? [] : sampleDocuments,
        tour: { label: 'Take the tour', start: nothing },
      }}
      glossary={{ glossary: terms, search, onSearch: nothing, term: null, onCopy: nothing }}
      lessons={{
        cards: inFace(face, { cards: [...sampleCards] }, { cards: [] }),
        runs: sampleRuns,
        onOpen: nothing,
      }}
      documents={{
        documents: inFace(face, sampleDocuments, []),
        search: '',
        onSearch: nothing,
        doc: 'alarms',
        part: null,
        onOpen: nothing,
      }}
    />
  );
}

export const HelpFace = ({ face }: FaceProps): ReactNode => <Tabbed face={face} tab="screens" />;
export const HelpGlossaryFace = ({ face }: FaceProps): ReactNode => <Tabbed face={face} tab="glossary" />;
export const HelpLessonsFace = ({ face }: FaceProps): ReactNode => <Tabbed face={face} tab="lessons" />;
export const HelpDocumentsFace = ({ face }: FaceProps): ReactNode => <Tabbed face={face} tab="documents" />;
