/** The drawing's twin: the same nodes and lines, row by row. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import type { TopologyEdge, TopologyNode } from '../../canvas/topology/topology-graph.ts';
import { text, useText } from '../../text/text.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type TopologyListProps = {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly marks: ReadonlyMap<EntityId, RackMark>;
  readonly selected: EntityId | null;
  readonly onSelect: (id: EntityId) => void;
};

export type ListRow = {
  readonly node: TopologyNode;
  readonly feeders: readonly string[];
  readonly below: number;
  readonly mark: RackMark | null;
};

export function listRows({
  nodes,
  edges,
  marks,
}: Pick<TopologyListProps, 'nodes' | 'edges' | 'marks'>): readonly ListRow[] {
  const before = Map.groupBy(edges, ({ to }) => to);
  const after = Map.groupBy(edges, ({ from }) => from);
  const names = new Map(nodes.map(({ entity }) => [entity.id, entity.name]));
  return nodes.map((node) => ({
    node,
    feeders: (before.get(node.entity.id) ?? []).map(({ from }) => names.get(from) ?? from),
    below: (after.get(node.entity.id) ?? []).length,
    mark: marks.get(node.entity.id) ?? null,
  }));
}

const collator = new Intl.Collator('en', { numeric: true });
const severityOrder = ['critical', 'major', 'minor', 'info'];
const gravity = ({ mark }: ListRow): number => (mark === null ? 9 : severityOrder.indexOf(mark.severity));

function columnsIn(): readonly Column<ListRow>[] {
  const { topology, kinds } = text();
  const words = topology.list;
  return [
    {
      id: 'name',
      header: words.name,
      width: 'minmax(140px, 1.4fr)',
      compare: (a, b) => collator.compare(a.node.entity.name, b.node.entity.name),
      cell: ({ node }) => (
        <span style={{ paddingLeft: node.depth * 12 }} className="font-medium">
          {node.entity.name}
        </span>
      ),
    },
    {
      id: 'kind',
      header: words.kind,
      width: '110px',
      compare: (a, b) => collator.compare(kinds[a.node.entity.kind], kinds[b.node.entity.kind]),
      cell: ({ node }) => kinds[node.entity.kind],
    },
    { id: 'inside', header: words.inside, width: '96px', cell: ({ node }) => node.contents ?? '' },
    {
      id: 'feeders',
      header: words.feeders,
      width: 'minmax(140px, 1.6fr)',
      cell: ({ feeders }) => <span title={feeders.join(', ')}>{feeders.join(', ')}</span>,
    },
    {
      id: 'below',
      header: words.below,
      width: '84px',
      align: 'end',
      compare: (a, b) => a.below - b.below,
      cell: ({ below }) => (below === 0 ? '–' : below),
    },
    {
      id: 'alarm',
      header: words.alarm,
      width: '120px',
      compare: (a, b) => gravity(a) - gravity(b),
      cell: ({ mark }) =>
        mark === null ? null : (
          <StatusMark kind={mark.severity} showWord isUnacknowledged={!mark.acknowledged} />
        ),
    },
  ];
}

export function TopologyList(props: TopologyListProps): ReactNode {
  const { nodes, edges, marks, selected, onSelect } = props;
  const all = useText();
  const columns = useMemo(() => {
    // Headings are said anew in another language.
    void all;
    return columnsIn();
  }, [all]);
  const rows = useMemo(() => listRows({ nodes, edges, marks }), [nodes, edges, marks]);
  return (
    <DataTable
      label={all.topology.list.label}
      rows={rows}
      columns={columns}
      keyOf={({ node }) => node.entity.id}
      onOpen={({ node }) => onSelect(node.entity.id)}
      isChosen={({ node }) => node.entity.id === selected}
      empty={<EmptyState text={all.topology.list.none} />}
    />
  );
}
