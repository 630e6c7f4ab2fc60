import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../sim/contract/entities.ts';
import { lineage, useWorld, worldNow } from '../data/world.ts';
import { useText } from '../text/text.ts';
import { Kbd } from '../ui/kbd.tsx';
import type { Action } from './actions.ts';
import { closePanel } from './panels.ts';
import { findActions, findEntities } from './palette-search.ts';
import { useSelection } from './selection.ts';
import { runAction } from './shortcut-listener.tsx';

const item =
  'flex min-h-8 items-center gap-3 rounded-md px-2 text-13 data-[selected=true]:bg-hover data-[disabled=true]:text-text-3';

function ActionItem({ action }: { readonly action: Action }): ReactNode {
  const reason = action.disabled();
  const Icon = action.icon;
  const run = () => {
    closePanel();
    runAction(action);
  };
  return (
    <Command.Item value={action.id} className={item} onSelect={run}>
      <span aria-hidden className="grid size-4 place-items-center text-text-3">
        {Icon !== null && <Icon size={15} />}
      </span>
      <span className="flex-1 truncate">
        {action.title}
        {reason !== null && <span className="ml-2 text-12 text-text-3">{reason}</span>}
      </span>
      {action.shortcut !== null && <Kbd keys={action.shortcut} />}
    </Command.Item>
  );
}

const placeOf = (entity: Entity): string =>
  lineage(worldNow().entities, entity.parent)
    .map(({ name }) => name)
    .join(', ');

function EntityItem({ entity }: { readonly entity: Entity }): ReactNode {
  const select = useSelection((state) => state.select);
  const tags = useText().ui.kindTags;
  const run = () => {
    closePanel();
    select(entity.id);
  };
  return (
    <Command.Item value={entity.id} className={item} onSelect={run}>
      <span className="w-14 shrink-0 text-11 text-text-3">{tags[entity.kind]}</span>
      <span className="font-medium">{entity.name}</span>
      <span className="truncate text-12 text-text-3">{placeOf(entity)}</span>
    </Command.Item>
  );
}

function Results({
  actions,
  text,
}: {
  readonly actions: readonly Action[];
  readonly text: string;
}): ReactNode {
  const words = useText().shell;
  const layout = useWorld((state) => state.layout);
  const found = useMemo(
    () => (layout === 0 ? [] : findEntities(worldNow().entities.values(), text)),
    [layout, text],
  );
  const sections = Object.entries(Object.groupBy(findActions(actions, text), (action) => action.section));
  return (
    <Command.List className="max-h-[50vh] overflow-auto p-1">
      <Command.Empty className="p-4 text-center text-13 text-text-2">{words.paletteEmpty}</Command.Empty>
      {found.length > 0 && (
        <Command.Group
          heading={words.inThisLab}
          className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:py-1 **:[[cmdk-group-heading]]:text-11 **:[[cmdk-group-heading]]:text-text-3"
        >
          {found.map((entity) => (
            <EntityItem key={entity.id} entity={entity} />
          ))}
        </Command.Group>
      )}
      {sections.map(([section, items]) => (
        <Command.Group
          key={section}
          heading={section}
          className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:py-1 **:[[cmdk-group-heading]]:text-11 **:[[cmdk-group-heading]]:text-text-3"
        >
          {items?.map((action) => (
            <ActionItem key={action.id} action={action} />
          ))}
        </Command.Group>
      ))}
    </Command.List>
  );
}

/** Everything that can be done and everything that can be found, by name. */
export function Palette({ actions }: { readonly actions: readonly Action[] }): ReactNode {
  const words = useText().shell;
  const [text, setText] = useState('');
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : closePanel())}>
      <Dialog.Portal>
        <Dialog.Overlay className="appear fixed inset-0 z-40 bg-[oklch(0_0_0/0.5)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="appear fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-32px)] max-w-xl -translate-x-1/2 rounded-lg border border-line-strong bg-surface"
        >
          <Dialog.Title className="sr-only">{words.paletteName}</Dialog.Title>
          <Command shouldFilter={false} loop label={words.paletteName}>
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder={words.palette}
              className="h-11 w-full border-b bg-transparent px-4 text-14 outline-none placeholder:text-text-3"
            />
            <Results actions={actions} text={text} />
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
