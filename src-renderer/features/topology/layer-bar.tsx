import type { ReactNode } from 'react';
import { topologyLayers, type TopologyLayer } from '../../canvas/topology/layer-graphs.ts';
import { useText } from '../../text/text.ts';

const look =
  'h-6 min-w-6 rounded-sm px-2 text-12 text-text-2 hover:text-text aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-text aria-disabled:opacity-55';

export function LayerBar({
  layer,
  onLayer,
}: {
  readonly layer: TopologyLayer;
  readonly onLayer: (layer: TopologyLayer) => void;
}): ReactNode {
  const words = useText().topology;
  return (
    <div role="group" aria-label={words.layer} className="flex rounded-md border border-line p-px">
      {topologyLayers.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === layer}
          onClick={() => onLayer(one)}
          className={look}
        >
          {words.layers[one]}
        </button>
      ))}
    </div>
  );
}
