import { Box, Copy, ListChecks, MonitorUp, MoveRight } from 'lucide-react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { type Action, always } from '../../app/actions.ts';
import { openPanel } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';

/** What the page does not hold may be one: the dialog asks the lab. */
function noMachine(id: EntityId | null): string | null {
  const words = text().machines.actions;
  if (id === null) return words.selectFirst;
  const entity = useWorld.getState().entities.get(id);
  return entity === undefined || entity.kind === 'vm' ? null : words.notOne(entity.name);
}

/** What can be done to one machine; menus of trees, tables and drawings take them for theirs. */
export function machineActionsFor(idOf: () => EntityId | null): readonly Action[] {
  const words = text().machines.actions;
  const on = (panel: 'machine-clone' | 'machine-migrate') => (): void => {
    const id = idOf();
    if (id !== null) openPanel(panel, { target: id });
  };
  const common = { section: words.section, shortcut: null, disabled: () => noMachine(idOf()) } as const;
  return [
    { ...common, id: 'machine.clone', title: words.clone, icon: Copy, run: on('machine-clone') },
    { ...common, id: 'machine.migrate', title: words.migrate, icon: MoveRight, run: on('machine-migrate') },
    {
      ...common,
      id: 'machine.backing',
      title: text().backing.action,
      icon: Box,
      run: () => {
        const id = idOf();
        if (id !== null) goTo(`/machine?id=${encodeURIComponent(id)}&tab=backing`);
      },
    },
  ];
}

export function machineActions(): readonly Action[] {
  const words = text().machines.actions;
  const common = { section: words.section, shortcut: null, disabled: always } as const;
  return [
    {
      ...common,
      id: 'machine.create',
      title: words.create,
      icon: MonitorUp,
      run: () => openPanel('machine-create'),
    },
    ...machineActionsFor(() => useSelection.getState().selected),
    {
      ...common,
      id: 'machine.tasks',
      title: words.tasks,
      icon: ListChecks,
      run: () => openPanel('machine-tasks'),
    },
  ];
}
