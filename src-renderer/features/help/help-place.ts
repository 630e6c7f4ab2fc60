/** Where in the help one is; it stands in the address, so that a link leads there. Pure. */
export const helpTabs = ['screens', 'glossary', 'lessons', 'documents'] as const;
export type HelpTab = (typeof helpTabs)[number];

export type HelpPlace = {
  readonly tab: HelpTab;
  readonly about: string | null;
  readonly term: string | null;
  readonly doc: string | null;
  readonly part: string | null;
  readonly search: string;
};

/** A term or a document leads to its tab by itself. */
export function placeIn(search: URLSearchParams): HelpPlace {
  const asked = helpTabs.find((tab) => tab === search.get('tab'));
  const implied = search.has('term') ? 'glossary' : search.has('doc') ? 'documents' : 'screens';
  return {
    tab: asked ?? implied,
    about: search.get('about'),
    term: search.get('term'),
    doc: search.get('doc'),
    part: search.get('part'),
    search: search.get('q') ?? '',
  };
}
