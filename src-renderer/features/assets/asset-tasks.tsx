import type { ReactNode } from 'react';
import { useQuery } from '../../data/client.ts';
import { lineage, useWorld, worldNow } from '../../data/world.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { countOf } from './asset-pick.ts';
import { closeAssetTask, useAssetTask } from './asset-task.ts';
import { ColumnsDialog } from './columns-dialog.tsx';
import { DeviceTypesDialog } from './device-types-dialog.tsx';
import type { Meant } from './do-bulk.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import type { PlaceOption } from './filter-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { LabelsDialog } from './labels-dialog.tsx';
import type { useViewUrl } from './use-view-url.ts';

type AssetTasksProps = {
  readonly url: ReturnType<typeof useViewUrl>;
  readonly meant: Meant;
  readonly total: number;
};

const mostPlaces = 300;

/** Sites, rooms and rows; of racks the one that is meant already. */
function placesFor(chosen: string | null): readonly PlaceOption[] {
  const { entities } = worldNow();
  const places: PlaceOption[] = [];
  for (const entity of entities.values()) {
    const isPlace = entity.kind === 'site' || entity.kind === 'room' || entity.kind === 'row';
    if (entity.id !== chosen && (!isPlace || places.length >= mostPlaces)) continue;
    const above = lineage(entities, entity.parent).toReversed();
    places.push({ id: entity.id, name: entity.name, note: above.map(({ name }) => name).join(' / ') });
  }
  return places;
}

export function AssetTasks({ url, meant, total }: AssetTasksProps): ReactNode {
  const task = useAssetTask((state) => state.task);
  const { view, change } = url;
  useWorld((state) => state.layout);
  const known = useQuery('asset-words', task === 'filter' ? {} : null);
  switch (task) {
    case 'none':
      return null;
    case 'filter':
      return (
        <FilterDialog
          filter={view.filter}
          places={placesFor(view.filter.within)}
          known={known.data}
          onFilter={(filter) => change({ filter })}
          onClose={closeAssetTask}
        />
      );
    case 'columns':
      return (
        <ColumnsDialog
          columns={view.columns}
          onColumns={(columns) => change({ columns })}
          onClose={closeAssetTask}
        />
      );
    case 'bulk':
      return <BulkDialog meant={meant} count={countOf(meant.pick, total)} onClose={closeAssetTask} />;
    case 'export':
      return <ExportDialog filter={meant.filter} total={total} onClose={closeAssetTask} />;
    case 'import':
      return <ImportDialog onClose={closeAssetTask} />;
    case 'labels':
      return <LabelsDialog meant={meant} count={countOf(meant.pick, total)} onClose={closeAssetTask} />;
    case 'types':
      return <DeviceTypesDialog onClose={closeAssetTask} />;
    default:
      return task satisfies never;
  }
}
