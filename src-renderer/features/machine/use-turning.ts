/** Makes a machine something else, step by step: off, changed, on again. A step that is refused ends it. */
import { useEffect, useRef, useState } from 'react';
import type { EngineOrder } from '../../../sim/contract/engine.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { perform } from '../../app/perform.ts';
import { query } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import { showDone, showToast } from '../../ui/toasts.ts';
import type { BackingAsk } from './backing-dialog.tsx';

type Step = 'off' | 'turn' | 'start' | 'files';

export type Turning = {
  readonly step: Step | null;
  readonly part: number;
  /** How far an image is; null where none is built. */
  readonly building: number | null;
  readonly run: (vm: EntityOf<'vm'>, ask: BackingAsk) => Promise<void>;
  readonly build: (what: 'debian' | 'busybox') => Promise<void>;
  readonly stopBuild: () => void;
};

const parts: Readonly<Record<Step, number>> = { off: 0.1, turn: 0.3, start: 0.5, files: 0.7 };

const order = (what: EngineOrder): Promise<unknown> => perform({ type: 'desk.engine', order: what });

export function useTurning(onDone: () => void): Turning {
  const [step, setStep] = useState<Step | null>(null);
  const { building, build } = useBuilding(onDone);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const run = async (vm: EntityOf<'vm'>, ask: BackingAsk): Promise<void> => {
    await turn(vm, ask, { setStep, isGone: () => isGone.current });
    setStep(null);
    onDone();
  };
  return {
    step,
    part: step === null ? 0 : parts[step],
    building,
    run,
    build,
    stopBuild: () => void order({ do: 'cancel-build' }),
  };
}

type Way = { readonly setStep: (step: Step) => void; readonly isGone: () => boolean };

async function turn(vm: EntityOf<'vm'>, ask: BackingAsk, { setStep, isGone }: Way): Promise<void> {
  const words = text().backing;
  const wasOn = vm.spec.power !== 'off';
  const press = (verb: 'on' | 'off') => perform({ type: 'machine.power', id: vm.id, verb });
  if (wasOn) {
    setStep('off');
    if ((await press('off')) === null) return;
  }
  setStep('turn');
  const what: EngineOrder =
    ask.to === 'container'
      ? { do: 'back', machine: vm.id, image: ask.image, files: ask.files }
      : { do: 'release', machine: vm.id };
  if ((await order(what)) === null) return;
  if (!wasOn) return showDone(words.changed);
  setStep('start');
  if ((await press('on')) === null) return;
  if (ask.to === 'simulated') return showDone(words.released(vm.name));
  setStep('files');
  const isUp = await comesUp(vm.id, isGone);
  if (isGone()) return;
  if (isUp) showDone(words.turned(vm.name));
  else showToast({ kind: 'refused', title: words.late, hint: null });
}

const often = 500;
const rest = (): Promise<void> => new Promise((done) => setTimeout(done, often));

/** Whether its container runs; the page tells why where it does not. */
async function comesUp(id: string, isGone: () => boolean): Promise<boolean> {
  while (!isGone()) {
    const state = await query('engine', {});
    if (!state.ok) return false;
    const mine = state.value.machines.find(({ machine }) => machine === id);
    if (mine?.state === 'running') return true;
    if (mine?.state === 'failing') return false;
    await rest();
  }
  return false;
}

const title = 'Build an image';

function useBuilding(onDone: () => void): Pick<Turning, 'building' | 'build'> {
  const [building, setBuilding] = useState<number | null>(null);
  const isBuilding = building !== null;
  useEffect(() => {
    if (!isBuilding) return undefined;
    const timer = setInterval(() => {
      void query('operations', {}).then((answer) => {
        const one = answer.ok
          ? answer.value.items.find((each) => each.title === title && each.state === 'running')
          : undefined;
        if (one !== undefined) setBuilding((last) => (last === null ? null : (one.progress ?? last)));
      });
    }, often);
    return () => clearInterval(timer);
  }, [isBuilding]);
  const build = async (what: 'debian' | 'busybox'): Promise<void> => {
    setBuilding(0);
    const made = await perform({ type: 'desk.engine', order: { do: 'build-image', what } });
    setBuilding(null);
    if (made !== null && 'image' in made && made.image !== undefined)
      showDone(text().backing.built(made.image));
    onDone();
  };
  return { building, build };
}
