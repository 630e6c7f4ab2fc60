import { useCallback, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { connection } from '../../data/connection.ts';
import { useFloorFace } from '../floor/floor-face.ts';
import { DiagramTab } from './diagram-tab.tsx';
import { DiagramTools } from './diagram-view.tsx';
import { EnergyTab, RacksTab, UpsTab } from './live-tabs.tsx';
import { foldAll, tabIn, usePower } from './power-state.ts';
import { PowerView } from './power-view.tsx';
import { wayWith } from './power-way.ts';
import { rackRows } from './rack-rows.ts';
import { usePowerScene } from './use-power.ts';
import type { PowerScene } from './use-power.ts';
import { useRackFigures } from './use-rack-figures.ts';

type Put = (name: 'tab' | 'whatif' | 'view' | 'site', value: string | null) => void;

/** A link carries the tab, the preview, the table and the site. */
function usePlace(): { readonly search: URLSearchParams; readonly put: Put } {
  const [search, setSearch] = useSearchParams();
  const put: Put = (name, value) =>
    setSearch(
      (last) => {
        if (value === null) last.delete(name);
        else last.set(name, value);
        return last;
      },
      { replace: name !== 'tab' },
    );
  return { search, put };
}

function useShown(): void {
  useEffect(() => {
    usePower.setState({ isShown: true });
    return () => usePower.setState({ isShown: false });
  }, []);
}

function useRacks({ inventory, whole, source }: PowerScene) {
  const rows = useMemo(() => rackRows(inventory, whole), [inventory, whole]);
  const figures = useRackFigures(rows, source);
  const over = useMemo(() => [...figures.values()].filter(({ band }) => band === 'over').length, [figures]);
  return { rows, figures, over };
}

/** What the URL names may be gone by now. */
const knownLoss = ({ inventory }: PowerScene, id: string | null): EntityId | null =>
  id !== null && inventory.entities.has(id as EntityId) ? (id as EntityId) : null;

export function PowerScreen(): ReactNode {
  useShown();
  const state = useFloorFace();
  const selected = useSelection((selection) => selection.selected);
  const { search, put } = usePlace();
  const scene = usePowerScene(selected);
  const { rows, figures, over } = useRacks(scene);
  const tab = tabIn(search.get('tab'));
  const isTable = search.get('view') === 'table';
  const tell = useCallback((lost: EntityId | null) => goTo(wayWith(lost)), []);
  const shared = { ...scene, selected };
  return (
    <PowerView
      state={scene.isReading && state.face === 'ready' ? { face: 'loading' } : state}
      isEmpty={scene.graph.nodes.size === 0}
      tab={tab}
      onTab={(next) => put('tab', next === 'diagram' ? null : next)}
      sites={scene.sites}
      site={scene.site?.id ?? null}
      onSite={(site) => put('site', site)}
      over={over}
      tools={
        tab === 'diagram' ? (
          <DiagramTools
            isTable={isTable}
            onTable={(next) => put('view', next ? 'table' : null)}
            onFold={foldAll}
          />
        ) : null
      }
      onLabs={() => goTo('/labs')}
      onRetry={() => connection.retryNow()}
    >
      {tab === 'diagram' && (
        <DiagramTab
          {...shared}
          lost={knownLoss(scene, search.get('whatif'))}
          onPreview={tell}
          isTable={isTable}
          onTable={(next) => put('view', next ? 'table' : null)}
        />
      )}
      {tab === 'racks' && <RacksTab {...shared} rows={rows} figures={figures} />}
      {tab === 'ups' && <UpsTab {...shared} />}
      {tab === 'energy' && scene.site !== null && <EnergyTab {...shared} site={scene.site} />}
    </PowerView>
  );
}
