import { RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { connection } from '../data/connection.ts';
import { useWorld } from '../data/world.ts';
import { useText } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { StatusMark } from '../ui/status-mark.tsx';

function useSecondsToRetry(): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const state = connection.state();
      setSeconds(state.phase === 'lost' ? Math.max(0, Math.ceil((state.retryAt - Date.now()) / 1000)) : null);
    }, 250);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

/** Says what is lost and what is still here; never stands in the way. */
export function ConnectionBanner(): ReactNode {
  const words = useText().statusBar;
  const phase = useWorld((state) => state.phase);
  const refusal = useWorld((state) => state.refusal);
  const seconds = useSecondsToRetry();
  if (phase === 'refused' && refusal !== null) {
    return (
      <div
        role="alert"
        className="flex min-h-9 flex-wrap items-center gap-x-3 border-b bg-raised px-3 text-13"
      >
        <StatusMark kind="major" word={refusal.message} showWord />
        <span className="text-text-2">{refusal.hint}</span>
      </div>
    );
  }
  if (phase !== 'lost') return null;
  return (
    <div
      role="status"
      className="flex min-h-9 flex-wrap items-center gap-x-3 border-b bg-raised px-3 text-13"
    >
      <StatusMark kind="major" word={words.lineLost} showWord />
      <span className="text-text-2">
        {words.lastKnown} {seconds === null ? words.trying : words.tryingIn(seconds)}
      </span>
      <Button icon={RotateCw} className="ml-auto" onClick={() => connection.retryNow()}>
        {words.tryNow}
      </Button>
    </div>
  );
}
