/** The lines between the symbols: heavier where they carry power, dashed where they are dead. */
import type { ReactNode } from 'react';
import { symbolSize } from '../../canvas/one-line/symbols.tsx';
import type { Energised, LineState } from '../../canvas/one-line/energised.ts';
import type { Box } from '../../canvas/one-line/one-line-box.ts';
import type { OneLineLayout } from '../../canvas/one-line/one-line-layout.ts';
import type { Point } from '../../canvas/one-line/one-line-routes.ts';
import type { OneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import { useText } from '../../text/text.ts';
import { lineLooks, lineStates } from './line-look.table.ts';

const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');

const Line = ({ d, state }: { readonly d: string; readonly state: LineState }): ReactNode => {
  const { width, dash, ink } = lineLooks[state];
  return (
    <path
      d={d}
      data-line={state}
      fill="none"
      stroke={ink}
      strokeWidth={width}
      strokeLinejoin="round"
      {...(dash === null ? {} : { strokeDasharray: dash })}
    />
  );
};

/** From a symbol down to where its box ends: words may be longer than the symbol. */
function stemOf(graph: OneLineGraph, box: Box): string | null {
  const node = graph.nodes.get(box.id);
  if (node === undefined || node.type === 'group' || (graph.children.get(box.id) ?? []).length === 0)
    return null;
  return box.height > symbolSize.height
    ? `M${box.x} ${box.y + symbolSize.height}V${box.y + box.height}`
    : null;
}

type LinesProps = { readonly graph: OneLineGraph; readonly layout: OneLineLayout; readonly flow: Energised };

/** Where lines of both kinds lie on one another, the one that lives is seen. */
const rank = { none: 0, standby: 1, battery: 2, genset: 3, grid: 4 } as const satisfies Record<
  LineState,
  number
>;

export function OneLineLines({ graph, layout, flow }: LinesProps): ReactNode {
  const stateOf = (id: string): LineState => flow.lines.get(id) ?? 'none';
  const lines = layout.lines.toSorted((one, other) => rank[stateOf(one.id)] - rank[stateOf(other.id)]);
  return (
    <svg
      aria-hidden
      width={layout.width}
      height={layout.height}
      className="absolute inset-0 overflow-visible"
    >
      {lines.map((line) => (
        <Line key={line.id} d={pathOf(line.points)} state={stateOf(line.id)} />
      ))}
      {[...layout.boxes.values()].map((box) => {
        const d = stemOf(graph, box);
        return d === null ? null : <Line key={box.id} d={d} state={flow.nodes.get(box.id) ?? 'none'} />;
      })}
    </svg>
  );
}

export function LineLegend(): ReactNode {
  const words = useText().power.diagram;
  return (
    <ul aria-label={words.legend} className="flex flex-wrap gap-x-4 gap-y-1 text-11 text-text-2">
      {lineStates.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <svg aria-hidden width="30" height="6">
            <Line d="M0 3H30" state={state} />
          </svg>
          {words.lines[state]}
        </li>
      ))}
    </ul>
  );
}
