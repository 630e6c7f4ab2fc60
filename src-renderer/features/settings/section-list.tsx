/** The sections of the screen, and which of them hold what is not saved. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { sections } from './settings-fields.table.ts';
import type { SectionId } from './settings-fields.table.ts';

export type PlaceId = SectionId | 'appearance' | 'elsewhere';

const places: readonly PlaceId[] = [...sections.map(({ id }) => id), 'appearance', 'elsewhere'];

export const placeIn = (text: string | null): PlaceId | null => places.find((id) => id === text) ?? null;

const titleOf = (words: Catalogue['settings'], id: PlaceId): string =>
  id === 'appearance' || id === 'elsewhere' ? words[id].title : words.sections[id].title;

type SectionListProps = {
  readonly place: PlaceId | null;
  readonly changed: readonly SectionId[];
  /** Said again for the one that is there already: it may have been scrolled away. */
  readonly onGo: (id: PlaceId) => void;
};

export function SectionList({ place, changed, onGo }: SectionListProps): ReactNode {
  const words = useText().settings;
  return (
    <nav
      aria-label={words.list}
      className="overflow-y-auto border-r p-2 max-[760px]:border-r-0 max-[760px]:border-b"
    >
      <ul className="flex flex-col gap-px max-[760px]:flex-row max-[760px]:flex-wrap">
        {places.map((id) => (
          <li key={id}>
            <Link
              to={`/settings?section=${id}`}
              replace
              onClick={() => onGo(id)}
              aria-current={place === id ? 'true' : undefined}
              className={classNames(
                'flex min-h-7 items-center gap-2 rounded-md px-2 text-13',
                place === id ? 'bg-hover text-text' : 'text-text-2 hover:bg-hover hover:text-text',
              )}
            >
              <span className="min-w-0 truncate">{titleOf(words, id)}</span>
              {changed.some((one) => one === id) && (
                <span className="ml-auto text-11 whitespace-nowrap text-text-3">{words.form.notSaved}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
