/** Makes machines: new ones, and copies of one. */
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { openPanel } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { execute, useQuery } from '../../data/client.ts';
import { text, useText } from '../../text/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { showRefusal, showToast } from '../../ui/toasts.ts';
import { FocusFirst } from './focus-first.tsx';
import { CreateWizard, type Making } from './create-wizard.tsx';
import { commandOf, copyDraft, countOf, type MachineDraft, newDraft, type Realm } from './machine-draft.ts';
import { makeMachines, type Made } from './make-machines.ts';
import { type Offers, placesIn, realmsOf, rootOf } from './offers.ts';
import { useOffers } from './use-offers.ts';
import { usePlan } from './use-plan.ts';

type DialogProps = { readonly onClose: () => void };

/** Where somebody stands is where it shall be: the datacenter, project, cluster or host that is selected. */
function firstDraft(offers: Offers, near: Entity | null): MachineDraft | null {
  const realm = realmNear(offers, near);
  if (realm === null) return null;
  const place = placeNear(offers, realm, near);
  if (place === undefined) return null;
  const draft = newDraft(realm, place.id);
  if (near?.kind === 'cluster' || near?.kind === 'pool') return { ...draft, pool: near.id };
  return near?.kind === 'host' ? { ...draft, host: near.id } : draft;
}

function realmNear(offers: Offers, near: Entity | null): Realm | null {
  const root = near === null ? null : rootOf(offers, near.id);
  return root?.kind === 'cloud' ? 'openstack' : (realmsOf(offers)[0] ?? null);
}

function placeNear(offers: Offers, realm: Realm, near: Entity | null): Entity | undefined {
  const places = placesIn(offers, realm);
  const root = near === null ? null : rootOf(offers, near.id);
  const beside = places.find(({ id }) => root !== null && rootOf(offers, id)?.id === root.id);
  return places.find(({ id }) => id === near?.id) ?? beside ?? places[0];
}

function tell({ made, refusal, hasTasks }: Made, names: readonly string[]): void {
  const words = text().machines.create;
  if (refusal !== null) showRefusal(refusal);
  if (made === 0) return;
  const title = made === names.length ? words.made(made, names[0] ?? '') : words.stopped(made, names.length);
  showToast({
    kind: 'done',
    title,
    hint: null,
    ...(hasTasks ? { action: { label: words.showTasks, run: () => openPanel('machine-tasks') } } : {}),
  });
}

function useMaking(onClose: () => void) {
  const [making, setMaking] = useState<Making | null>(null);
  const stopped = useRef(false);
  const make = async (draft: MachineDraft, names: readonly string[]): Promise<void> => {
    const command = commandOf(draft);
    if (command === null || names.length === 0) return;
    stopped.current = false;
    setMaking({ made: 0, all: names.length });
    const done = await makeMachines(command, names, {
      execute: (one) => execute(one),
      isStopped: () => stopped.current,
      onMade: (made) => setMaking({ made, all: names.length }),
    });
    tell(done, names);
    setMaking(null);
    if (done.refusal === null) onClose();
  };
  return {
    making,
    make,
    stop: () => {
      stopped.current = true;
    },
  };
}

function Wizard({
  first,
  offers,
  onClose,
}: DialogProps & { readonly first: MachineDraft; readonly offers: Offers }): ReactNode {
  const [draft, setDraft] = useState(first);
  const { making, make, stop } = useMaking(onClose);
  const command = commandOf(draft);
  const plan = usePlan(command, countOf(draft));
  const known = command === null ? null : plan.data;
  return (
    <CreateWizard
      draft={draft}
      offers={offers}
      plan={known}
      isAsking={command !== null && plan.isAsking}
      making={making}
      onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
      onMake={() =>
        void make(
          draft,
          (known?.machines ?? []).map(({ name }) => name),
        )
      }
      onStop={stop}
      onClose={onClose}
    />
  );
}

function Frame(
  props: DialogProps & { readonly title: string; readonly draftOf: (offers: Offers) => MachineDraft | null },
): ReactNode {
  const words = useText().machines.create;
  const offers = useOffers();
  const first = offers.data === null ? null : props.draftOf(offers.data);
  return (
    <Dialog
      open
      wide
      title={props.title}
      description={words.about}
      onOpenChange={(open) => (open ? undefined : props.onClose())}
    >
      {offers.data !== null && first !== null && (
        <FocusFirst>
          <Wizard first={first} offers={offers.data} onClose={props.onClose} />
        </FocusFirst>
      )}
      {offers.data !== null && first === null && <EmptyState text={words.nowhere} />}
      {offers.phase === 'loading' && <SkeletonRows count={6} />}
      {offers.phase === 'error' && offers.refusal !== null && (
        <ErrorState what={words.failed} refusal={offers.refusal} onRetry={offers.retry} />
      )}
    </Dialog>
  );
}

export function CreateMachineDialog({ onClose }: DialogProps): ReactNode {
  const words = useText().machines.create;
  const selected = useSelection((state) => state.selected);
  return (
    <Frame
      title={words.title}
      draftOf={(offers) => firstDraft(offers, selected === null ? null : (offers.byId.get(selected) ?? null))}
      onClose={onClose}
    />
  );
}

/** A copy stands beside its original, and is not switched on before somebody says so. */
function cloneDraft(offers: Offers, original: Entity): MachineDraft | null {
  if (original.kind !== 'vm' || original.parent === null) return null;
  const realm = rootOf(offers, original.parent)?.kind === 'cloud' ? 'openstack' : 'vmware';
  const { spec } = original;
  const draft = copyDraft(newDraft(realm, original.parent), original.id, spec.isTemplate ? 'template' : 'vm');
  return {
    ...draft,
    fromKind: 'vm',
    linkable: spec.snapshots.map(({ id, name }) => ({ number: String(id), name })),
    name: `${original.name}-copy`,
    environment: spec.environment,
    power: 'leave-off',
  };
}

export function CloneDialog({ id, onClose }: DialogProps & { readonly id: EntityId }): ReactNode {
  const words = useText().machines;
  const original = useQuery('entity', { id });
  if (original.data === null && original.phase === 'error' && original.refusal !== null) {
    return (
      <Dialog open title={words.actions.clone} onOpenChange={(open) => (open ? undefined : onClose())}>
        <ErrorState what={words.migrate.gone} refusal={original.refusal} onRetry={original.retry} />
      </Dialog>
    );
  }
  const { data } = original;
  if (data === null) return null;
  return (
    <Frame
      title={words.create.cloneTitle(data.name)}
      draftOf={(offers) => cloneDraft(offers, data)}
      onClose={onClose}
    />
  );
}
