import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { perform } from '../../app/perform.ts';
import { sitesIn, useScope } from '../../app/scope.ts';
import { worldNow } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { changeOf, creationOf, draftOf, freshDraft } from './site-draft.ts';
import type { SiteDraft } from './site-draft.ts';
import { SiteForm } from './site-form.tsx';
import { closeSiteTask, useSiteTask } from './sites-task.ts';

type Site = EntityOf<'site'>;

function contentsOf(site: Site): { readonly rooms: number; readonly racks: number } {
  const { entities, children } = worldNow();
  const below = (ids: readonly Site['id'][], kind: string): readonly Site['id'][] =>
    ids.flatMap((id) => (children.get(id) ?? []).filter((child) => entities.get(child)?.kind === kind));
  const rooms = below([site.id], 'room');
  return { rooms: rooms.length, racks: below(below(rooms, 'row'), 'rack').length };
}

function RemoveDialog({ site }: { readonly site: Site }): ReactNode {
  const words = useText().sites;
  const { rooms, racks } = contentsOf(site);
  const remove = async () => {
    closeSiteTask();
    await perform(
      { type: 'inventory.remove', id: site.id, contents: 'cascade' },
      words.removal.done(site.name),
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : closeSiteTask())}
      title={words.removal.title(site.name)}
      footer={
        <>
          <Button onClick={closeSiteTask}>{words.form.cancel}</Button>
          <Button look="danger" onClick={() => void remove()}>
            {words.removal.confirm}
          </Button>
        </>
      }
    >
      <p className="text-13">{rooms === 0 ? words.removal.empty : words.removal.full(rooms, racks)}</p>
    </Dialog>
  );
}

async function add(draft: SiteDraft, done: string): Promise<boolean> {
  return (await perform(creationOf(draft, sitesIn(worldNow())), done)) !== null;
}

async function save(site: Site, draft: SiteDraft, done: string): Promise<boolean> {
  const command = changeOf(site, draft);
  return command === null || (await perform(command, done)) !== null;
}

/** At most one, as the task says; a site that is gone has none. */
export function SiteDialogs(): ReactNode {
  const words = useText().sites.form;
  const task = useSiteTask((state) => state.task);
  const { sites } = useScope();
  if (task === null) return null;
  if (task.do === 'add') {
    return (
      <SiteForm
        title={words.addTitle}
        about={words.addAbout}
        submit={words.add}
        initial={freshDraft}
        onClose={closeSiteTask}
        onSubmit={(draft) => add(draft, words.added(draft.name.trim()))}
      />
    );
  }
  const site = sites.find(({ id }) => id === task.site);
  if (site === undefined) return null;
  if (task.do === 'remove') return <RemoveDialog site={site} />;
  return (
    <SiteForm
      key={site.id}
      title={words.editTitle(site.name)}
      about={words.editAbout}
      submit={words.save}
      initial={draftOf(site)}
      onClose={closeSiteTask}
      onSubmit={(draft) => save(site, draft, words.saved(draft.name.trim()))}
    />
  );
}
