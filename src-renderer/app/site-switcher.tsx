import { ChevronDown, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { Menu } from '../ui/menu.tsx';
import { chooseSite, useScope } from './scope.ts';
import { goTo } from './way.ts';

/** Which site all screens are about. A lab with one site has nothing to choose. */
export function SiteSwitcher(): ReactNode {
  const words = useText().sites.switcher;
  const { site, sites } = useScope();
  if (sites.length < 2) return null;
  const shown = site?.name ?? words.all;
  return (
    <Menu
      sections={[
        {
          title: words.title,
          items: [
            { id: 'all', title: words.all, isChecked: site === null, run: () => chooseSite(null) },
            ...sites.map(({ id, name }) => ({
              id,
              title: name,
              isChecked: site?.id === id,
              run: () => chooseSite(id),
            })),
          ],
        },
        { items: [{ id: 'compare', title: words.compare, run: () => goTo('/sites') }] },
      ]}
    >
      <button
        type="button"
        aria-label={words.now(shown)}
        title={words.hint}
        className="flex h-7 max-w-44 shrink-0 items-center gap-1.5 rounded-md border border-line bg-raised px-2 text-12 hover:bg-hover"
      >
        <MapPin aria-hidden size={14} className="shrink-0 text-text-2" />
        <span className="truncate font-medium max-[700px]:sr-only">{shown}</span>
        <ChevronDown aria-hidden size={13} className="shrink-0 text-text-3" />
      </button>
    </Menu>
  );
}
