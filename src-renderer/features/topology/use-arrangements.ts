import { useState } from 'react';
import type { TopologyLayer } from '../../canvas/topology/layer-graphs.ts';
import { text } from '../../text/text.ts';
import { showDone, showToast } from '../../ui/toasts.ts';
import { dropArrangement, type Kept, loadArrangements, saveArrangement } from './arrangements.ts';
import type { TopologyMenuProps } from './topology-menu.tsx';
import { arrange, noneMoved, useTopology } from './topology-state.ts';

type ArrangementProps = Pick<
  TopologyMenuProps,
  'isMoved' | 'saved' | 'onSave' | 'onShow' | 'onDrop' | 'onAutomatic'
>;

/** What is kept is read anew after each change of it; nobody else writes it while the page is open. */
export function useArrangements(lab: string, layer: TopologyLayer): ArrangementProps {
  const [, setTurn] = useState(0);
  const moved = useTopology((state) => state.moved[layer]) ?? noneMoved;
  const kept: Kept = { shelf: window.localStorage, lab, layer };
  const all = loadArrangements(kept.shelf, lab, layer);
  const again = (): void => setTurn((turn) => turn + 1);
  return {
    isMoved: moved.size > 0,
    saved: all.map(({ name }) => name),
    onSave: (name) => {
      const { saved, notSaved } = text().topology.arrangement;
      if (saveArrangement(kept, { name, places: moved })) showDone(saved(name));
      else showToast({ kind: 'refused', title: notSaved, hint: null });
      again();
    },
    onShow: (name) => arrange(layer, all.find((one) => one.name === name)?.places ?? noneMoved),
    onDrop: (name) => {
      dropArrangement(kept, name);
      again();
    },
    onAutomatic: () => arrange(layer, noneMoved),
  };
}
