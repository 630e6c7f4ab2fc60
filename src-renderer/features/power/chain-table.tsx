/** The diagram's twin: every unit and rack PDU as a row, with the same words and numbers. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { sourceOfMember } from '../../canvas/one-line/energised.ts';
import { useText } from '../../text/text.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { LiveState } from '../../ui/live-state.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { sensorFor } from '../floor/rack-sensors.ts';
import { EffectTag } from './one-line-parts.tsx';
import type { Scene } from './one-line-parts.tsx';

type Row = {
  readonly id: EntityId;
  readonly entity: Entity;
  readonly name: string;
  readonly kind: string;
  readonly fedBy: string;
};
type Words = Catalogue['power'];

const kindOrder = [
  'utility',
  'transformer',
  'genset',
  'ats',
  'ups',
  'battery',
  'panel',
  'crac',
  'chiller',
  'pdu',
];
const order = (entity: Entity): number => kindOrder.indexOf(entity.kind);
const byText =
  (pick: (row: Row) => string) =>
  (one: Row, other: Row): number =>
    pick(one).localeCompare(pick(other), undefined, { numeric: true });

function rowsOf({ graph, inventory }: Scene, words: Words): readonly Row[] {
  const ids: EntityId[] = [];
  for (const node of graph.nodes.values()) {
    if (node.type === 'unit') ids.push(node.entity.id, ...node.batteries.map(({ id }) => id));
    if (node.type === 'group') ids.push(...node.members);
  }
  const nameOf = (id: string): string => inventory.entities.get(id as EntityId)?.name ?? id;
  return ids
    .flatMap((id) => inventory.entities.get(id) ?? [])
    .map((entity): Row => {
      const rack = entity.kind === 'pdu' && entity.parent !== null ? nameOf(entity.parent) : null;
      const feeders = entity.kind === 'battery' ? [entity.parent ?? ''] : (entity.links.fedBy ?? []);
      return {
        id: entity.id,
        entity,
        name: rack === null ? entity.name : words.diagram.at(rack, entity.name),
        kind: entity.kind in words.kinds ? words.kinds[entity.kind as keyof Words['kinds']] : entity.kind,
        fedBy: feeders.map(nameOf).join(', '),
      };
    })
    .toSorted((one, other) => order(one.entity) - order(other.entity));
}

const Reading = ({
  scene,
  id,
  metric,
}: {
  readonly scene: Scene;
  readonly id: EntityId;
  readonly metric: 'power' | 'load';
}): ReactNode => {
  const sensor = sensorFor(scene.inventory, id, metric);
  return sensor === null ? '–' : <LiveValue sensor={sensor.id} metric={metric} />;
};

function Said({ scene, id }: { readonly scene: Scene; readonly id: EntityId }): ReactNode {
  const effect = scene.whatIf?.effects.get(id);
  if (effect !== undefined)
    return <EffectTag effect={effect} figure={scene.whatIf?.figures.get(id) ?? null} />;
  const sensor = sensorFor(scene.inventory, id, 'state') ?? sensorFor(scene.inventory, id, 'breaker');
  return sensor === null ? '–' : <LiveState sensor={sensor.id} metric={sensor.spec.metric} />;
}

function columnsOf(scene: Scene, words: Words): readonly Column<Row>[] {
  const { columns, sources } = words.diagram;
  const sourceOf = (id: EntityId) => scene.flow.nodes.get(id) ?? sourceOfMember(scene.graph, scene.flow, id);
  return [
    {
      id: 'name',
      header: columns.name,
      width: 'minmax(120px, 1.2fr)',
      cell: ({ name }) => name,
      compare: byText(({ name }) => name),
    },
    {
      id: 'kind',
      header: columns.kind,
      width: 'minmax(96px, 1fr)',
      cell: ({ kind }) => kind,
      compare: byText(({ kind }) => kind),
    },
    {
      id: 'fedBy',
      header: columns.fedBy,
      width: 'minmax(96px, 1fr)',
      cell: ({ fedBy }) => fedBy,
      compare: byText(({ fedBy }) => fedBy),
    },
    {
      id: 'state',
      header: columns.state,
      width: 'minmax(156px, 1.2fr)',
      cell: ({ id }) => <Said scene={scene} id={id} />,
    },
    {
      id: 'source',
      header: columns.source,
      width: '96px',
      cell: ({ id, entity }) => (entity.kind === 'battery' ? '–' : sources[sourceOf(id)]),
    },
    {
      id: 'power',
      header: columns.power,
      width: '104px',
      align: 'end',
      cell: ({ id }) => <Reading scene={scene} id={id} metric="power" />,
    },
    {
      id: 'load',
      header: columns.load,
      width: '96px',
      align: 'end',
      cell: ({ id }) => <Reading scene={scene} id={id} metric="load" />,
    },
  ];
}

export function ChainTable({
  scene,
  siteName,
}: {
  readonly scene: Scene;
  readonly siteName: string;
}): ReactNode {
  const words = useText().power;
  const rows = useMemo(() => rowsOf(scene, words), [scene, words]);
  const columns = useMemo(() => columnsOf(scene, words), [scene, words]);
  return (
    <DataTable
      label={words.diagram.tableLabel(siteName)}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      isChosen={({ id }) => id === scene.selected}
      onOpen={({ id }) => scene.onSelect(id)}
      empty={<p className="p-3 text-text-2">{words.diagram.noUnits}</p>}
    />
  );
}
