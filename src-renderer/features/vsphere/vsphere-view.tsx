import type { ReactNode } from 'react';
import { told, useText } from '../../text/text.ts';
import type { VsphereSession, VsphereState } from '../../../sim/contract/vsphere.ts';
import type { QueryState } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CallDetail } from './call-detail.tsx';
import type { CallDetailProps } from './call-detail.tsx';
import { CallList } from './call-list.tsx';
import type { CallListProps } from './call-list.tsx';
import { ClientCards } from './client-cards.tsx';
import { EndpointStrip } from './endpoint-strip.tsx';
import type { Pause, StripProps } from './endpoint-strip.tsx';
import { HostList } from './host-list.tsx';
import { SessionList } from './session-list.tsx';

export const vsphereTabs = ['calls', 'sessions', 'hosts', 'use'] as const;
export type VsphereTab = (typeof vsphereTabs)[number];

type VsphereViewProps = {
  readonly vsphere: QueryState<VsphereState>;
  readonly tab: VsphereTab;
  readonly pause: Pause;
  readonly list: Omit<CallListProps, 'isPaused'>;
  /** The call that is opened. */
  readonly call: Omit<CallDetailProps, 'pause'> | null;
  readonly strip: Omit<StripProps, 'vsphere' | 'pause'>;
  readonly onTab: (tab: VsphereTab) => void;
  readonly onEnd: (session: VsphereSession) => void;
  readonly onHostsOn: () => void;
};

function Calls({ list, call, pause }: Pick<VsphereViewProps, 'list' | 'call' | 'pause'>): ReactNode {
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-[3] flex-col">
        <CallList {...list} isPaused={pause !== null} />
      </div>
      {call !== null && (
        <div className="flex min-h-0 min-w-0 flex-[2]">
          <CallDetail {...call} pause={pause} />
        </div>
      )}
    </div>
  );
}

function Answering(props: VsphereViewProps & { readonly state: VsphereState }): ReactNode {
  const { state, tab, strip, pause, onTab, onEnd, onHostsOn, list, call } = props;
  const words = useText().vsphere;
  const contents = {
    calls: <Calls list={list} call={call} pause={pause} />,
    sessions: <SessionList sessions={state.sessions} onEnd={onEnd} />,
    hosts: (
      <HostList hosts={state.hosts} ownHosts={state.ownHosts} onSwitchOn={onHostsOn} onCopy={strip.onCopy} />
    ),
    use: <ClientCards clients={state.clients} tls={state.tls} onCopy={strip.onCopy} />,
  } as const satisfies Record<VsphereTab, ReactNode>;
  return (
    <Tabs
      label={words.title}
      value={tab}
      onChange={(id) => onTab(vsphereTabs.find((one) => one === id) ?? 'calls')}
      tabs={vsphereTabs.map((id) => ({
        id,
        title: words.tabs[id],
        ...(id === 'sessions' || id === 'hosts' ? { count: state[id].length } : {}),
        content: contents[id],
      }))}
    />
  );
}

function Body(props: VsphereViewProps & { readonly state: VsphereState }): ReactNode {
  const { state, strip } = props;
  const words = useText().vsphere;
  if (state.state === 'up') return <Answering {...props} />;
  if (state.state === 'down')
    return (
      <ErrorState
        what={words.doesNotAnswer}
        refusal={{ code: 'busy', message: told(state.detail) }}
        still={words.still}
      />
    );
  return (
    <EmptyState
      text={words.isOff}
      action={
        <Button look="primary" onClick={() => strip.onSwitch('on')}>
          {words.switchOn}
        </Button>
      }
    />
  );
}

/** The simulated vCenter as its keeper sees it. */
export function VsphereView(props: VsphereViewProps): ReactNode {
  const words = useText().vsphere;
  return (
    <div className="flex min-h-0 flex-1 flex-col p-3">
      <h1 className="sr-only">{words.title}</h1>
      <Panel title={words.title} note={words.note} className="flex-1">
        <Face state={props.vsphere} what={words.what} still={words.still}>
          {(state) => (
            <>
              <EndpointStrip vsphere={state} pause={props.pause} {...props.strip} />
              <Body {...props} state={state} />
            </>
          )}
        </Face>
      </Panel>
    </div>
  );
}
