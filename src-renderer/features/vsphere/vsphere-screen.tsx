import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import type { CallsWish } from './call-list.tsx';
import {
  clearCalls,
  copyWords,
  endSession,
  letRun,
  saveAuthority,
  switchHostsOn,
  switchVsphere,
} from './vsphere-orders.ts';
import { VsphereView, vsphereTabs } from './vsphere-view.tsx';
import type { VsphereTab } from './vsphere-view.tsx';

const everyMillis = 1000;
const most = 500;

/** The tab and the opened call stand in the address, so that a link shows the same. */
function useAddress() {
  const [search, setSearch] = useSearchParams();
  const put = (name: string, value: string | null): void =>
    setSearch(
      (last) => {
        const next = new URLSearchParams(last);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const number = Number(search.get('call') ?? 0);
  return {
    tab: vsphereTabs.find((one) => one === search.get('tab')) ?? 'calls',
    chosen: Number.isInteger(number) && number > 0 ? number : null,
    setTab: (tab: VsphereTab) => put('tab', tab),
    setChosen: (chosen: number | null) => put('call', chosen === null ? null : String(chosen)),
  };
}

export function VsphereScreen(): ReactNode {
  const { tab, chosen, setTab, setChosen } = useAddress();
  const [wish, setWish] = useState<CallsWish>({ text: '', onlyFaults: false, isLive: true });
  const vsphere = useQuery('vsphere', {}, { every: everyMillis });
  const calls = useQuery(
    'vsphere-calls',
    { limit: most, text: wish.text, only: wish.onlyFaults ? 'faults' : 'all' },
    wish.isLive ? { every: everyMillis } : {},
  );
  const call = useQuery('vsphere-call', chosen === null ? null : { number: chosen });
  const isRunning = useWorld((state) => state.status?.clock.running ?? true);
  const copy = (words: string, what: string): void => void copyWords(words, what);
  return (
    <VsphereView
      vsphere={vsphere}
      tab={tab}
      pause={isRunning ? null : { onRun: letRun }}
      list={{
        calls,
        wish,
        chosen,
        onWish: setWish,
        onOpen: ({ number }) => setChosen(number),
        onClear: () => {
          setChosen(null);
          void clearCalls().then(calls.retry);
        },
      }}
      call={chosen === null ? null : { call, onCopy: copy, onClose: () => setChosen(null) }}
      strip={{
        onSwitch: (state) => void switchVsphere(state).then(vsphere.retry),
        onCopy: copy,
        onSave: saveAuthority,
      }}
      onTab={setTab}
      onHostsOn={() => void switchHostsOn().then(vsphere.retry)}
      onEnd={({ key, user }) => void endSession(key, user).then(vsphere.retry)}
    />
  );
}
