/** Rack PDUs or cooling units behind one feeder: together as a bar group, or each with its breaker. */
import { ChevronsDownUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { isDeadWord } from '../../canvas/one-line/energised.ts';
import type { GroupNode } from '../../canvas/one-line/one-line-graph.ts';
import { BusSymbol, CoolingSymbol } from '../../canvas/one-line/symbols.tsx';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { LiveValue } from '../../ui/live-value.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { readableWord } from '../../ui/value-words.ts';
import { sensorFor } from '../floor/rack-sensors.ts';
import { phasesOf } from '../inspector/phases.ts';
import { LoadBars } from './load-bars.tsx';
import { AlarmOf, EffectTag, effectKinds, graver, Spot } from './one-line-parts.tsx';
import type { Scene } from './one-line-parts.tsx';
import { cell, cellsPerLine, deviceStrip, groupHead } from './one-line-sizes.ts';
import { inkOf } from './one-line-unit.tsx';
import { PhaseColumns } from './phase-strip.tsx';

type GroupProps = { readonly scene: Scene; readonly node: GroupNode };

const nameIn = ({ inventory }: Scene, id: EntityId): string => inventory.entities.get(id)?.name ?? id;

/** The rack is what tells rack PDUs apart; a cooling unit has a name of its own. */
function shortName(scene: Scene, id: EntityId): string {
  const entity = scene.inventory.entities.get(id);
  return entity?.kind === 'pdu' && entity.parent !== null ? nameIn(scene, entity.parent) : nameIn(scene, id);
}

function useGroupName({ what, row, members }: GroupNode): string {
  const words = useText().power;
  const count = what === 'pdu' ? words.pdus(members.length) : words.diagram.cooling(members.length);
  return row === null ? count : `${row}: ${count}`;
}

/** Those that are not as they should be, counted; or the gravest that the preview says of any of them. */
function Counts({ scene, node }: GroupProps): ReactNode {
  const words = useText().power;
  const effects = new Set(node.members.map((id) => scene.whatIf?.effects.get(id)));
  const gravest = graver.find((effect) => effects.has(effect));
  if (gravest !== undefined) return <EffectTag effect={gravest} figure={null} />;
  const dead = node.members.filter((id) => isDeadWord(scene.source.wordOf(id))).length;
  return dead === 0 ? null : (
    <StatusMark kind="major" word={`${dead} ${words.diagram.lines.none}`} showWord size={11} />
  );
}

function Closed({ scene, node }: GroupProps): ReactNode {
  const words = useText().power.diagram;
  const name = useGroupName(node);
  const worst = node.members.map((id) => scene.marks.get(id)).find((mark) => mark !== undefined);
  const gives = scene.flow.nodes.get(node.id) ?? 'none';
  return (
    <Spot
      scene={scene}
      id={node.id as EntityId}
      label={words.open(name)}
      isOpen={false}
      onPress={() => scene.onToggle(node.id, true)}
      className="absolute inset-0 flex gap-1.5"
    >
      <span className={inkOf(gives)}>
        {node.what === 'pdu' ? <BusSymbol isOpen={false} /> : <CoolingSymbol />}
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex h-4 items-center gap-1">
          <span className="one-line-name truncate text-12 leading-4 font-semibold">{name}</span>
          <AlarmOf mark={worst} />
        </span>
        <Counts scene={scene} node={node} />
        <span className="fine">
          <LoadBars
            ids={node.members}
            source={scene.source}
            nameOf={(id) => shortName(scene, id)}
            worst={words.worst}
          />
        </span>
      </span>
    </Spot>
  );
}

/** What a cell has no room for: its kind, its own name and its state. */
function useCellLabel(scene: Scene, entity: Entity): string {
  const words = useText().power;
  const kind =
    entity.kind in words.kinds ? words.kinds[entity.kind as keyof typeof words.kinds] : entity.kind;
  const effect = scene.whatIf?.effects.get(entity.id);
  const said = effect === undefined ? scene.source.wordOf(entity.id) : words.whatIf.effects[effect];
  return `${kind} ${entity.kind === 'pdu' ? entity.name : ''}${said === undefined ? '' : `, ${readableWord(said)}`}`;
}

/** Its breaker, what it carries, and its phases. */
function Cell({ scene, entity }: { readonly scene: Scene; readonly entity: Entity }): ReactNode {
  const { id } = entity;
  const word = scene.source.wordOf(id);
  const isDead = isDeadWord(word);
  const load = sensorFor(scene.inventory, id, 'load') ?? sensorFor(scene.inventory, id, 'power');
  const effect = scene.whatIf?.effects.get(id);
  const mark = scene.marks.get(id);
  return (
    <Spot
      scene={scene}
      id={id}
      label={useCellLabel(scene, entity)}
      className={classNames(
        'absolute inset-x-0.5 top-0 bottom-1 flex flex-col items-center',
        isDead ? 'text-text-3' : 'text-text',
      )}
    >
      <svg aria-hidden width="12" height="16" viewBox="0 0 12 16">
        <path
          d={isDead ? 'M6 0V4M6 16 1 6M3 1.5l6 5m0-5-6 5' : 'M6 0V16M3 1.5l6 5m0-5-6 5'}
          stroke="currentColor"
          strokeWidth={1.5}
          {...(isDead ? { strokeDasharray: '3 2' } : {})}
        />
      </svg>
      <span
        className={classNames(
          'flex w-full flex-col rounded-sm border bg-surface px-1',
          effect === undefined ? 'border-line-strong' : 'border-dashed border-current',
          effect !== undefined && `text-${effectKinds[effect]}`,
        )}
      >
        <span className="flex items-center justify-between">
          <span className="truncate text-11 leading-4 font-medium">{shortName(scene, id)}</span>
          {mark !== undefined && <StatusMark kind={mark.severity} size={9} />}
        </span>
        <span className="fine flex h-6 items-end justify-between gap-1">
          {load !== null && (
            <LiveValue
              sensor={load.id}
              metric={load.spec.metric}
              className="min-w-0 overflow-hidden text-11 leading-4 whitespace-nowrap text-text-2"
            />
          )}
          <PhaseColumns phases={phasesOf(scene.inventory, entity)} />
        </span>
      </span>
    </Spot>
  );
}

const mostDevices = 12;

/** What hangs on the selected rack PDU. */
function Devices({ scene, node }: GroupProps): ReactNode {
  const words = useText().power.diagram;
  const { selected } = scene;
  const devices =
    selected === null || !node.members.includes(selected) ? undefined : scene.devices.get(selected);
  if (selected === null || devices === undefined) return null;
  const shown = devices.slice(0, mostDevices);
  return (
    <div
      className="absolute inset-x-2 bottom-1 rounded-md border bg-surface p-1.5"
      style={{ height: deviceStrip - 10 }}
    >
      <p className="text-11 font-medium">
        {words.devices(words.at(shortName(scene, selected), nameIn(scene, selected)), devices.length)}
      </p>
      <ul className="flex flex-wrap gap-1 overflow-hidden text-11">
        {shown.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              tabIndex={-1}
              onClick={() => scene.onSelect(id)}
              className="min-h-6 rounded-sm border px-1 hover:bg-hover"
            >
              {name}
            </button>
          </li>
        ))}
        {devices.length > shown.length && (
          <li className="self-center text-text-3">{words.moreDevices(devices.length - shown.length)}</li>
        )}
      </ul>
    </div>
  );
}

type Grid = { readonly perLine: number; readonly lines: number };

/** One bus for each line of cells, all on one riser. */
function Buses({ ink, lines }: Pick<Grid, 'lines'> & { readonly ink: string }): ReactNode {
  const riser = { stroke: 'currentColor', strokeWidth: 2 } as const;
  const foot = groupHead + (lines - 1) * cell.height;
  return (
    <svg aria-hidden className={classNames('absolute inset-0 size-full', ink)}>
      <line x1="50%" x2="50%" y1={0} y2={groupHead} {...riser} />
      <line x1="6" x2="6" y1={groupHead} y2={foot} {...riser} />
      {Array.from({ length: lines }, (_, at) => {
        const y = groupHead + at * cell.height;
        return <line key={at} x1="5" x2="100%" y1={y} y2={y} stroke="currentColor" strokeWidth={4} />;
      })}
    </svg>
  );
}

function Cells({ scene, node, perLine }: GroupProps & Pick<Grid, 'perLine'>): ReactNode {
  return node.members.map((id, at) => {
    const entity = scene.inventory.entities.get(id);
    const left = `calc(50% + ${((at % perLine) - perLine / 2) * cell.width}px)`;
    const top = groupHead + Math.floor(at / perLine) * cell.height;
    return entity === undefined ? null : (
      <div key={id} className="absolute" style={{ left, top, ...cell }}>
        <Cell scene={scene} entity={entity} />
      </div>
    );
  });
}

function Open({ scene, node }: GroupProps): ReactNode {
  const words = useText().power.diagram;
  const name = useGroupName(node);
  const perLine = cellsPerLine(node.members.length);
  const ink = inkOf(scene.flow.nodes.get(node.id) ?? 'none');
  return (
    <div className="absolute inset-0">
      <div className="absolute top-1 flex items-center gap-1.5" style={{ left: 'calc(50% + 8px)' }}>
        <Spot
          scene={scene}
          id={node.id as EntityId}
          label={words.close(name)}
          isOpen
          onPress={() => scene.onToggle(node.id, false)}
          className="flex h-6 items-center gap-1.5 px-1"
        >
          <ChevronsDownUp aria-hidden size={13} className="text-text-3" />
          <span className="one-line-name text-12 font-semibold whitespace-nowrap">{name}</span>
        </Spot>
      </div>
      <Buses ink={ink} lines={Math.ceil(node.members.length / perLine)} />
      <Cells scene={scene} node={node} perLine={perLine} />
      <Devices scene={scene} node={node} />
    </div>
  );
}

export const OneLineGroup = (props: GroupProps): ReactNode =>
  props.node.isOpen ? <Open {...props} /> : <Closed {...props} />;
