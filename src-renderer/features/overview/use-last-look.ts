import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Overview } from '../../../sim/contract/queries.ts';
import { useQuery } from '../../data/client.ts';
import { useWorld, worldNow } from '../../data/world.ts';
import { keepLook, lookBefore, mostTold, sinceLook, toldSince } from './last-look.ts';
import type { Look, Since } from './last-look.ts';

export type LastLook =
  | { readonly phase: 'reading' | 'first' }
  | { readonly phase: 'told'; readonly look: Look; readonly since: Since; readonly changes: Changes };

/** Now less then; null where either is not known. */
export type Changes = {
  readonly power: number | null;
  readonly pue: number | null;
  readonly maxInlet: number | null;
};

const changeOf = (before: number | null, now: number | null | undefined): number | null =>
  before === null || now === null || now === undefined ? null : now - before;

function lookNow(overview: Overview | null): Look | null {
  const { status, revision } = worldNow();
  if (status === null) return null;
  return {
    lab: status.lab.id,
    branch: status.branch,
    revision,
    at: Date.now(),
    power: overview?.totalPower ?? null,
    pue: overview?.pue ?? null,
    maxInlet: overview?.maxInlet ?? null,
  };
}

/** The look before this one stays the same while the screen is open; leaving it, or saying so, makes a new one. */
export function useLastLook(overview: Overview | null): {
  readonly state: LastLook;
  readonly seen: () => void;
} {
  const isReady = useWorld((state) => state.phase === 'ready' && state.status !== null);
  const story = useWorld((state) => state.story);
  const [before, setBefore] = useState<{ readonly story: number; readonly look: Look | null } | null>(null);

  useEffect(() => {
    const now = isReady ? lookNow(null) : null;
    if (now === null) return undefined;
    const timer = setTimeout(() => setBefore({ story, look: lookBefore(window.localStorage, now) }), 0);
    return () => clearTimeout(timer);
  }, [isReady, story]);

  const keep = useEffectEvent(() => {
    const now = lookNow(overview);
    if (now !== null) keepLook(window.localStorage, now);
  });
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    const onLeave = () => keep();
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', onLeave);
      keep();
    };
  }, []);

  const look = before?.look ?? null;
  const events = useQuery('events', look === null ? null : { limit: mostTold, types: toldSince });
  const since = useMemo(
    () => (look === null || events.data === null ? null : sinceLook(events.data.items, look)),
    [look, events.data],
  );
  const seen = useCallback(() => {
    const now = lookNow(null);
    if (now !== null) setBefore({ story, look: now });
    events.retry();
  }, [story, events]);

  if (before === null) return { state: { phase: 'reading' }, seen };
  if (look === null) return { state: { phase: 'first' }, seen };
  if (since === null) return { state: { phase: 'reading' }, seen };
  const changes = {
    power: changeOf(look.power, overview?.totalPower),
    pue: changeOf(look.pue, overview?.pue),
    maxInlet: changeOf(look.maxInlet, overview?.maxInlet),
  };
  return { state: { phase: 'told', look, since, changes }, seen };
}
