import { Boxes, Columns3, Download, Filter, Pencil, Upload } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { text } from '../../text/text.ts';
import { useAssetPick } from './asset-pick.ts';
import { openAssetTask, useAssetTask } from './asset-task.ts';

export function assetActions(): readonly Action[] {
  const { actions: words } = text().assets;
  const shown = (): string | null => (useAssetTask.getState().isShown ? null : words.elsewhere);
  const picked = (): string | null => {
    const { pick } = useAssetPick.getState();
    return shown() ?? (pick.mode === 'some' && pick.ids.size === 0 ? words.pickFirst : null);
  };
  const common = { section: words.section, shortcut: null, disabled: shown };
  return [
    {
      ...common,
      id: 'assets.filter',
      title: words.filter,
      icon: Filter,
      run: () => openAssetTask('filter'),
    },
    {
      ...common,
      id: 'assets.columns',
      title: words.columns,
      icon: Columns3,
      run: () => openAssetTask('columns'),
    },
    {
      ...common,
      id: 'assets.edit',
      title: words.edit,
      icon: Pencil,
      disabled: picked,
      run: () => openAssetTask('bulk'),
    },
    {
      ...common,
      id: 'assets.types',
      title: words.types,
      icon: Boxes,
      run: () => openAssetTask('types'),
    },
    {
      ...common,
      id: 'assets.import',
      title: words.importCsv,
      icon: Upload,
      run: () => openAssetTask('import'),
    },
    {
      ...common,
      id: 'assets.export',
      title: words.exportCsv,
      icon: Download,
      run: () => openAssetTask('export'),
    },
  ];
}
