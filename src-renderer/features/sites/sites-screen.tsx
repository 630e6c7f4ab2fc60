import type { ReactNode } from 'react';
import { chooseSite, useScope } from '../../app/scope.ts';
import { useQuery } from '../../data/client.ts';
import { SiteDialogs } from './site-dialogs.tsx';
import { openSiteTask } from './sites-task.ts';
import { SitesView } from './sites-view.tsx';

export function SitesScreen(): ReactNode {
  const { site, sites } = useScope();
  const cards = useQuery('sites', {}, { every: 3000 });
  return (
    <>
      <SitesView
        cards={cards}
        sites={sites}
        scope={site?.id ?? null}
        onLook={chooseSite}
        onAdd={() => openSiteTask({ do: 'add' })}
        onEdit={(id) => openSiteTask({ do: 'edit', site: id })}
        onRemove={(id) => openSiteTask({ do: 'remove', site: id })}
      />
      <SiteDialogs />
    </>
  );
}
