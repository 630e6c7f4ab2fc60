/** The power screen's tabs in each of their faces, for /states. */
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { energised } from '../../canvas/one-line/energised.ts';
import { oneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import { whatIf } from '../../canvas/one-line/what-if.ts';
import type { WhatIf } from '../../canvas/one-line/what-if.ts';
import type { SelectedBarProps } from './selected-bar.tsx';
import type { PreviewProps } from './what-if-panel.tsx';
import { faceState } from '../floor/floor-faces.tsx';
import { cellsOf } from '../inspector/cells.ts';
import { sampleBattery, sampleCells, sampleFacility } from '../inspector/facility-samples.ts';
import { emptyTrail } from '../inspector/reading-trail.ts';
import { ThingCells } from '../inspector/thing-cells.tsx';
import { stillCells } from '../inspector/use-cells.ts';
import { sensorsOf } from '../floor/rack-sensors.ts';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { DiagramTools, DiagramView } from './diagram-view.tsx';
import { EnergyView } from './energy-view.tsx';
import {
  bareChain,
  noTrend,
  sampleChain,
  sampleCharge,
  sampleId,
  sampleLoss,
  sampleSensors,
  sampleSite,
  sampleSource,
  sampleTrend,
  staleSource,
} from './power-samples.ts';
import type { PowerTab } from './power-state.ts';
import { PowerView } from './power-view.tsx';
import { rackRows } from './rack-rows.ts';
import type { RackShow } from './rack-rows.ts';
import { RacksView } from './racks-view.tsx';
import { ChargeHistory } from './ups-live.tsx';
import { UpsView } from './ups-view.tsx';
import { siteRatings } from './use-energy.ts';
import type { PueRange } from './use-energy.ts';
import { figuresOf } from './use-rack-figures.ts';
import { powerBalance } from './where-power-goes.ts';

type FaceProps = { readonly face: FaceName };

const nothing = (): void => undefined;
const noSensors = { total: null, it: null, cooling: null, pue: null, meters: [] };

function useSample(face: FaceName, open: ReadonlySet<string>) {
  const inventory = face === 'empty' ? bareChain : sampleChain;
  const source = face === 'stale' ? staleSource : sampleSource;
  const graph = useMemo(() => oneLineGraph(inventory, { site: sampleSite.id, open }), [inventory, open]);
  const flow = useMemo(() => energised(graph, source.wordOf), [graph, source]);
  return { inventory, source, graph, flow };
}

type FrameProps = FaceProps & {
  readonly tab: PowerTab;
  readonly isEmpty: boolean;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

const Frame = ({ face, tab, isEmpty, tools, children }: FrameProps): ReactNode => (
  <PowerView
    state={faceState(face)}
    isEmpty={isEmpty}
    tab={tab}
    onTab={nothing}
    sites={[sampleSite]}
    site={sampleSite.id}
    onSite={nothing}
    tools={tools}
    over={face === 'full' ? 1 : 0}
    onLabs={nothing}
    onRetry={nothing}
  >
    {children}
  </PowerView>
);

const noOpen: ReadonlySet<string> = new Set();

type DiagramFaceProps = FaceProps & { readonly lost: EntityId | null };

const sampleDevices = new Map([[sampleId('A04-pdu-a'), [{ id: sampleId('srv-01'), name: 'srv-01' }]]]);
const sampleMarks = new Map([[sampleId('A04-pdu-a'), { severity: 'major', acknowledged: false } as const]]);
const sampleOrders = [{ id: 'open', title: orderTable['breaker-open'].title, run: nothing }];

function usePreview({ graph, source, flow }: ReturnType<typeof useSample>, lost: EntityId | null) {
  return useMemo(
    () =>
      lost === null
        ? null
        : whatIf(
            { graph, flow, wordOf: source.wordOf, powerOf: source.powerOf },
            { lost, found: sampleLoss },
          ),
    [graph, source, flow, lost],
  );
}

type PreviewOf = {
  readonly lost: EntityId;
  readonly drawn: WhatIf | null;
  readonly onSelect: (id: EntityId) => void;
};

const previewOf = ({ lost, drawn, onSelect }: PreviewOf): PreviewProps => ({
  lost,
  answer: inFace('full', sampleLoss, sampleLoss),
  whatIf: drawn,
  isUps: false,
  nameOf: (id) => sampleChain.entities.get(id)?.name ?? id,
  onSelect,
  onLeave: nothing,
});

const barOf = (entity: Entity | undefined): SelectedBarProps | null =>
  entity === undefined
    ? null
    : { entity, orders: sampleOrders, given: [], refusesPreview: null, onPreview: nothing };

function DiagramFaceOn({ face, lost }: DiagramFaceProps): ReactNode {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(['pdu:sample-panel-a']));
  const [selected, setSelected] = useState<EntityId | null>(sampleId('A04-pdu-a'));
  const [isTable, setTable] = useState(false);
  const sample = useSample(face, open);
  const drawn = usePreview(sample, lost);
  const tools = { isTable, onTable: setTable, onFold: () => setOpen(noOpen) };
  return (
    <Frame
      face={face}
      tab="diagram"
      isEmpty={sample.graph.nodes.size === 0}
      tools={<DiagramTools {...tools} />}
    >
      <DiagramView
        {...sample}
        {...tools}
        siteName={sampleSite.name}
        flow={drawn?.flow ?? sample.flow}
        whatIf={drawn}
        marks={sampleMarks}
        devices={sampleDevices}
        selected={selected}
        onSelect={setSelected}
        onToggle={(id, isOpen) =>
          setOpen((last) => new Set(isOpen ? [...last, id] : [...last].filter((one) => one !== id)))
        }
        fitTurn={0}
        menuOf={() => []}
        selectedBar={barOf(selected === null ? undefined : sample.inventory.entities.get(selected))}
        preview={lost === null ? null : previewOf({ lost, drawn, onSelect: setSelected })}
      />
    </Frame>
  );
}

export const PowerFace = ({ face }: FaceProps): ReactNode => <DiagramFaceOn face={face} lost={null} />;
export const WhatIfFace = ({ face }: FaceProps): ReactNode => (
  <DiagramFaceOn face={face} lost={sampleId('panel-a')} />
);

export function PowerRacksFace({ face }: FaceProps): ReactNode {
  const [text, setText] = useState('');
  const [show, setShow] = useState<RackShow>('all');
  const [selected, setSelected] = useState<EntityId | null>(null);
  const { inventory, graph, source } = useSample(face, noOpen);
  const rows = useMemo(() => rackRows(inventory, graph), [inventory, graph]);
  const figures = useMemo(() => figuresOf(rows, source), [rows, source]);
  return (
    <Frame face={face} tab="racks" isEmpty={false}>
      <RacksView
        siteName={sampleSite.name}
        rows={rows}
        figures={figures}
        source={source}
        inventory={inventory}
        selected={selected}
        onSelect={setSelected}
        text={text}
        onText={setText}
        show={show}
        onShow={setShow}
      />
    </Frame>
  );
}

const isUps = (entity: { readonly kind: string }): entity is EntityOf<'ups'> => entity.kind === 'ups';

export function PowerUpsFace({ face }: FaceProps): ReactNode {
  const { inventory } = useSample(face, noOpen);
  const list = [...inventory.entities.values()].filter(isUps);
  const [shown, setShown] = useState<EntityId | null>(null);
  const ups = list.find(({ id }) => id === shown) ?? list[0] ?? null;
  const sample = useMemo(
    () => ({ cells: cellsOf(sensorsOf(sampleFacility, sampleBattery.id)), source: stillCells(sampleCells) }),
    [],
  );
  const batteries = [...inventory.entities.values()].filter(
    (entity): entity is EntityOf<'battery'> => entity.kind === 'battery' && entity.parent === ups?.id,
  );
  return (
    <Frame face={face} tab="ups" isEmpty={false}>
      <UpsView
        inventory={inventory}
        list={list}
        shown={ups}
        batteries={batteries}
        onShow={setShown}
        onDiagram={nothing}
        history={
          <ChargeHistory state={{ trail: face === 'stale' ? emptyTrail : sampleCharge, phase: 'ready' }} />
        }
        cells={
          new Map(
            batteries.map(({ id, name }) => [
              id,
              <ThingCells key={id} name={name} {...sample} onReplace={nothing} />,
            ]),
          )
        }
      />
    </Frame>
  );
}

export function PowerEnergyFace({ face }: FaceProps): ReactNode {
  const [range, setRange] = useState<PueRange>('day');
  const { graph, source } = useSample(face, noOpen);
  const isShown = face !== 'empty';
  const history = inFace(face, sampleTrend, noTrend);
  return (
    <Frame face={face} tab="energy" isEmpty={false}>
      <EnergyView
        site={sampleSite}
        sensors={isShown ? sampleSensors : noSensors}
        ratings={siteRatings(graph)}
        data={{
          trend: history,
          pue: history,
          today: isShown ? { kilowattHours: 2012.4, isWhole: true } : null,
          month: isShown ? { kilowattHours: 9120.7, isWhole: false } : null,
        }}
        balance={powerBalance(graph, source.powerOf)}
        range={range}
        onRange={setRange}
        {...(isShown ? { still: { total: 137.6, it: 103.4, pue: 1.34 } } : {})}
      />
    </Frame>
  );
}
