import { Boxes, Columns3, Download, Filter, Pencil, QrCode, Server, Upload } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { text } from '../../text/text.ts';
import { useAssetPick } from './asset-pick.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { openAssetTask, useAssetTask } from './asset-task.ts';
import type { AssetTask } from './asset-task.ts';
import { devicePath } from './label-draft.ts';

/** Of the selection, which is one for all screens. */
function pageAction(): Action {
  const words = text().assets.actions;
  const chosen = (): string | null => {
    const { selected } = useSelection.getState();
    return selected?.startsWith('device-') === true ? selected : null;
  };
  return {
    id: 'assets.page',
    section: words.section,
    title: words.page,
    icon: Server,
    shortcut: null,
    disabled: () => (chosen() === null ? words.noDevice : null),
    run: () => {
      const id = chosen();
      if (id !== null) goTo(devicePath(id));
    },
  };
}

const elsewhere = (): string | null =>
  useAssetTask.getState().isShown ? null : text().assets.actions.elsewhere;

function noPick(): string | null {
  const { pick } = useAssetPick.getState();
  const isNothing = pick.mode === 'some' && pick.ids.size === 0;
  return elsewhere() ?? (isNothing ? text().assets.actions.pickFirst : null);
}

type Task = readonly [id: string, task: AssetTask, title: string, icon: LucideIcon];

export function assetActions(): readonly Action[] {
  const { actions: words } = text().assets;
  const action =
    (disabled: Action['disabled']) =>
    ([id, task, title, icon]: Task): Action => ({
      id: `assets.${id}`,
      section: words.section,
      title,
      icon,
      shortcut: null,
      disabled,
      run: () => openAssetTask(task),
    });
  const ofTable: readonly Task[] = [
    ['filter', 'filter', words.filter, Filter],
    ['columns', 'columns', words.columns, Columns3],
    ['types', 'types', words.types, Boxes],
    ['import', 'import', words.importCsv, Upload],
    ['export', 'export', words.exportCsv, Download],
  ];
  const ofPicked: readonly Task[] = [
    ['edit', 'bulk', words.edit, Pencil],
    ['labels', 'labels', words.labels, QrCode],
  ];
  return [...ofTable.map(action(elsewhere)), ...ofPicked.map(action(noPick)), pageAction()];
}
