import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { AssetColumn } from '../../../sim/contract/assets.ts';
import { goTo } from '../../app/way.ts';
import { useScope } from '../../app/scope.ts';
import { useSelection } from '../../app/selection.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { labDate } from '../../ui/numbers.ts';
import { setPick, useAssetPick } from './asset-pick.ts';
import { useAssetTask } from './asset-task.ts';
import { AssetTasks } from './asset-tasks.tsx';
import { askedOf } from './asset-view.ts';
import type { AssetView } from './asset-view.ts';
import { AssetsView } from './assets-view.tsx';
import { devicePath } from './label-draft.ts';
import { useAssetWindow } from './use-asset-window.ts';
import { useViewUrl } from './use-view-url.ts';

const firstSight = { from: 0, to: 40 };

/** A second click turns the order round. */
const sortedBy = (view: AssetView, column: AssetColumn): Partial<AssetView> => ({
  sort: column,
  direction: view.sort === column && view.direction === 'ascending' ? 'descending' : 'ascending',
});

export function AssetsScreen(): ReactNode {
  const words = useText().assets;
  const url = useViewUrl();
  const { view } = url;
  const { asWithin } = useScope();
  const [sight, setSight] = useState(firstSight);
  const onSight = useCallback((next: typeof firstSight) => setSight(next), []);
  const state = useAssetWindow(view, sight);
  const pick = useAssetPick((one) => one.pick);
  const selected = useSelection((one) => one.selected);
  const select = useSelection((one) => one.select);
  const today = useWorld((one) => labDate(one.status?.at ?? 0));
  const asked = JSON.stringify({ ...asWithin, ...askedOf(view) });
  const meant = useMemo(() => ({ pick, filter: JSON.parse(asked) as object }), [pick, asked]);
  useEffect(() => {
    useAssetTask.setState({ isShown: true });
    return () => useAssetTask.setState({ isShown: false, task: 'none' });
  }, []);
  return (
    <>
      <AssetsView
        state={state}
        view={view}
        pick={pick}
        today={today}
        text={url.text}
        search={url.search}
        chosen={selected}
        nameOf={nameOfEntity}
        onPick={setPick}
        onSort={(column) => url.change(sortedBy(view, column))}
        onColumns={(columns) => url.change({ columns })}
        onOpen={({ id }) => select(id)}
        onPage={({ id }) => goTo(devicePath(id))}
        onSight={onSight}
        onText={url.type}
        onFilter={(filter) => url.change({ filter })}
        onView={url.open}
        first={
          <Button look="primary" onClick={() => goTo('/rack')}>
            {words.addFirst}
          </Button>
        }
      />
      <AssetTasks url={url} meant={meant} total={state.data?.total ?? 0} />
    </>
  );
}
