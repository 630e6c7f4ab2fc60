import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { useQuery } from '../../data/client.ts';
import { connection } from '../../data/connection.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { useFloorFace } from '../floor/floor-face.ts';
import { alarmsWithin, worstMarks } from '../floor/floor-marks.ts';
import { useInventory } from '../floor/use-inventory.ts';
import { labNow } from '../inspector/lab-now.ts';
import { AskedDialogs } from './asked-dialogs.tsx';
import type { Device } from './elevation.ts';
import { deviceItems } from './elevations.tsx';
import { LiveCharts } from './live-charts.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { moveDevice, showRacks } from './rack-deeds.ts';
import { devicesIn, type RackModel } from './rack-model.ts';
import { sidesFor, useRacks } from './rack-state.ts';
import { RackView } from './rack-view.tsx';
import { deedsFor, toolsFor } from './screen-deeds.ts';
import { useCarry } from './use-carry.ts';
import { useRackKeys } from './use-rack-keys.ts';
import { useShown } from './use-shown.ts';
import './rack.css';

const askAgain = 10_000;

/** The selected device as it is now; null where another thing is selected, or a device elsewhere. */
function useDevice(models: readonly RackModel[]): Device | null {
  const selected = useSelection((state) => state.selected);
  const device = models.flatMap(devicesIn).find(({ id }) => id === selected) ?? null;
  useEffect(() => useRacks.setState({ device }), [device]);
  return device;
}

function useIsShown(): void {
  useEffect(() => {
    useRacks.setState({ isShown: true });
    return () => useRacks.setState({ isShown: false, asked: null });
  }, []);
}

const moveOn = (...move: Parameters<typeof moveDevice>): void => void moveDevice(...move);

export function RackScreen(): ReactNode {
  const { title } = useText().rack;
  const inventory = useInventory();
  const { models, known } = useShown(inventory);
  const look = useRacks();
  const alarms = useWorld((state) => state.alarms);
  const seed = useWorld((state) => state.status?.lab.seed ?? '');
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  const first = models[0]?.rack.id ?? null;
  const redundancy = useQuery('redundancy', first === null ? null : { id: first }, { every: askAgain });
  const marks = useMemo(() => worstMarks(inventory.entities, alarms.values()), [inventory, alarms]);
  const hand = useCarry({ models, move: moveOn });
  const device = useDevice(models);
  const deeds = useMemo(() => deedsFor(models, select), [models, select]);
  useIsShown();
  useRackKeys();
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <RackView
        state={useFloorFace()}
        refusal={known.refusal}
        models={models}
        inventory={inventory}
        look={{ ...look, sides: sidesFor(look, models.length) }}
        marks={marks}
        mark={first === null ? null : (marks.get(first) ?? null)}
        selected={selected}
        device={device}
        deviceItems={device === null ? [] : deviceItems(device, deeds, () => hand.pick(device, 'keys'))}
        hand={hand}
        deeds={deeds}
        tools={toolsFor(models, inventory, title)}
        alarms={first === null ? [] : alarmsWithin(inventory.entities, alarms.values(), first)}
        redundancy={redundancy.data}
        nameOf={nameOfEntity}
        charts={models.length === 1 && models[0] !== undefined ? <LiveCharts model={models[0]} /> : null}
        onSelect={select}
        onShow={showRacks}
        onLabs={() => goTo('/labs')}
        onRetry={() => connection.retryNow()}
        onRetryDevices={known.retry}
      />
      <AskedDialogs models={models} inventory={inventory} />
      {models.length > 0 && <PrintSheet models={models} seed={seed} at={labNow()} />}
    </>
  );
}
