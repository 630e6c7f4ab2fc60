import { MapPin, Plus } from 'lucide-react';
import { always } from '../../app/actions.ts';
import type { Action } from '../../app/actions.ts';
import { chooseSite, scopeNow, sitesIn } from '../../app/scope.ts';
import { goTo } from '../../app/way.ts';
import { useWorld, worldNow } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { openSiteTask } from './sites-task.ts';

/** Changes with the sites and their names, each of which can be looked at. */
export function useSiteActions(): readonly Action[] {
  useWorld((state) =>
    sitesIn(state)
      .map(({ id, name }) => `${id} ${name}`)
      .join(),
  );
  return siteActions();
}

function siteActions(): readonly Action[] {
  const words = text().sites.actions;
  const common = { section: words.section, shortcut: null, icon: MapPin };
  const sites = sitesIn(worldNow());
  const refused = (isInSight: () => boolean): string | null => {
    if (sites.length < 2) return words.onlyOne;
    return isInSight() ? words.inSight : null;
  };
  return [
    {
      ...common,
      id: 'sites.all',
      title: words.all,
      disabled: () => refused(() => scopeNow() === null),
      run: () => chooseSite(null),
    },
    ...sites.map(({ id, name }): Action => ({
      ...common,
      id: `sites.look-${id}`,
      title: words.one(name),
      disabled: () => refused(() => scopeNow()?.id === id),
      run: () => chooseSite(id),
    })),
    {
      ...common,
      id: 'sites.add',
      title: words.add,
      icon: Plus,
      disabled: always,
      run: () => {
        goTo('/sites');
        openSiteTask({ do: 'add' });
      },
    },
  ];
}
