import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { ancestorOf, nameOfEntity, useWorld, worldNow } from '../../data/world.ts';
import { told, useText } from '../../text/text.ts';
import { EmptyState, SkeletonRows } from '../../ui/states.tsx';
import { useAwake } from './use-awake.ts';
import { useInterrupt } from './use-interrupt.ts';
import { useRotation } from './use-rotation.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { useWallKeys } from './use-wall-keys.ts';
import { WallContent } from './wall-content.tsx';
import { planIn, searchOf, stepsOf } from './wall-plan.ts';
import type { WallPlan, WallStep } from './wall-plan.ts';
import { WallSetup } from './wall-setup.tsx';
import { useWallPlan } from './wall-state.ts';
import { WallView } from './wall-view.tsx';

function useRooms(): readonly EntityId[] {
  const layout = useWorld((state) => state.layout);
  return useMemo(
    () =>
      layout === 0
        ? []
        : [...worldNow().entities.values()].filter(({ kind }) => kind === 'room').map(({ id }) => id),
    [layout],
  );
}

/** The address says it all, so that it can be opened on another wall. */
function usePlan(): { readonly plan: WallPlan; readonly save: (plan: WallPlan) => void } {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const kept = useWallPlan();
  const asked = search.toString();
  const plan = useMemo(() => planIn(new URLSearchParams(asked), kept), [asked, kept]);
  const save = (next: WallPlan) => {
    useWallPlan.setState(next);
    void navigate(`/wall${searchOf(next)}`, { replace: true });
  };
  return { plan, save };
}

function toggleFullScreen(): void {
  const change =
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen()
      : document.exitFullscreen();
  // Refused where no key or click asked for it: the wall is shown in the window then.
  change.catch(() => undefined);
}

/** Leaves the selection as it was found, and the screen as large as it was. */
function useGuest(): void {
  useEffect(() => {
    const { selected } = useSelection.getState();
    if (document.fullscreenElement === null) toggleFullScreen();
    return () => {
      useSelection.getState().select(selected);
      if (document.fullscreenElement !== null) toggleFullScreen();
    };
  }, []);
}

/** What is in front: the room of a new critical alarm, else the view whose turn it is. */
function useShown(plan: WallPlan) {
  const rooms = useRooms();
  const steps = useMemo(() => stepsOf(plan.views, rooms), [plan.views, rooms]);
  const call = useInterrupt(plan.hold);
  const rotation = useRotation(steps.length, plan.every, call !== null);
  const turn = steps[rotation.at] ?? null;
  const room = call === null ? null : ancestorOf(worldNow().entities, call.source, 'room');
  const step: WallStep | null = room !== null ? { view: 'floor', about: call?.source ?? room.id } : turn;
  return { steps, call, rotation, step };
}

export function WallScreen(): ReactNode {
  const words = useText().wall;
  const navigate = useNavigate();
  const { plan, save } = usePlan();
  const [isSettingUp, setSettingUp] = useState(false);
  const { steps, call, rotation, step } = useShown(plan);
  const phase = useWorld((state) => state.phase);
  const lab = useWorld((state) => state.status?.lab.name ?? '');
  const isLabRunning = useWorld((state) => state.status?.clock.running ?? true);
  const isAwake = useAwake() || isSettingUp;
  useWakeLock();
  useGuest();
  const deeds = {
    toggle: rotation.toggle,
    go: rotation.go,
    setUp: () => setSettingUp(true),
    fullScreen: toggleFullScreen,
    leave: () => void navigate('/?screen=overview'),
  };
  useWallKeys(deeds);
  const key = step === null ? '' : `${step.view} ${step.about ?? ''}`;
  // The seconds that go by must not draw a room anew.
  const content = useMemo(() => {
    const [view, about] = key.split(' ');
    return view === '' ? null : (
      <WallContent step={{ view: view as WallStep['view'], about: (about as EntityId) || null }} />
    );
  }, [key]);
  const title =
    step === null ? words.title : words.view(words.views[step.view], step.about && nameOfEntity(step.about));
  return (
    <>
      <WallView
        lab={lab}
        title={title}
        phase={phase}
        isLabRunning={isLabRunning}
        rotation={{ ...rotation, count: steps.length }}
        call={call === null ? null : { where: nameOfEntity(call.source), what: told(call.message) }}
        isAwake={isAwake}
        deeds={deeds}
      >
        {content ?? (phase === 'ready' ? <EmptyState text={words.empty} /> : <SkeletonRows count={8} />)}
      </WallView>
      {isSettingUp && (
        <WallSetup
          plan={plan}
          onClose={() => setSettingUp(false)}
          onSave={(next) => {
            save(next);
            setSettingUp(false);
          }}
        />
      )}
    </>
  );
}
