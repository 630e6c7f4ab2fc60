import { useEffect, useState } from 'react';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';

export type AskPreview = (source: HardwareSource) => Promise<Result<HardwareState>>;

export type Preview = {
  readonly state: HardwareState | null;
  readonly refusal: Refusal | null;
  /** No answer yet to what is written now. */
  readonly isNew: boolean;
};

/** Typing is waited for; after each answer the device is left in peace a while. */
const quietMillis = 600;
const pauseMillis = 2000;

type Held = {
  readonly question: string;
  readonly state: HardwareState | null;
  readonly refusal: Refusal | null;
};

const nothing: Held = { question: '', state: null, refusal: null };

/** Reads again and again while what is asked stays the same; null asks nothing. */
export function usePreview(source: HardwareSource | null, ask: AskPreview): Preview {
  const [held, setHeld] = useState<Held>(nothing);
  const question = JSON.stringify(source);
  useEffect(() => {
    const asked = JSON.parse(question) as HardwareSource | null;
    if (asked === null) return undefined;
    let live = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const told = await ask(asked);
      if (!live) return;
      setHeld(
        told.ok
          ? { question, state: told.value, refusal: null }
          : { question, state: null, refusal: told.refusal },
      );
      timer = setTimeout(() => void look(), pauseMillis);
    };
    timer = setTimeout(() => void look(), quietMillis);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [question, ask]);
  if (source === null) return { state: null, refusal: null, isNew: false };
  return { state: held.state, refusal: held.refusal, isNew: held.question !== question };
}
