/** Adding a device, and changing one. What would not fit is said before it is sent. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Slot } from '../../../sim/contract/entities.ts';
import { perform } from '../../app/perform.ts';
import { text, useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showDone } from '../../ui/toasts.ts';
import { refusalText } from './check-words.ts';
import { changesOf, type Draft, draftOf, type Errors, newDraft, readDraft } from './device-draft.ts';
import { DeviceForm } from './device-form.tsx';
import { checkDrop } from './drop-check.ts';
import { type Device, isFree, nextName, type Side } from './elevation.ts';
import { devicesIn, type RackModel } from './rack-model.ts';

type Wanted = { readonly device: Device } | { readonly unit: number; readonly side: Side };
export type DeviceDialogProps = {
  readonly model: RackModel;
  readonly wanted: Wanted;
  readonly onClose: () => void;
};

const deviceIn = (wanted: Wanted): Device | null => ('device' in wanted ? wanted.device : null);

/** Full depth where both sides are free, else the half that was asked for. */
export function firstDraft(model: RackModel, wanted: Wanted): Draft {
  if ('device' in wanted) return draftOf(wanted.device);
  const devices = devicesIn(model);
  const slot = { position: wanted.unit, height: 1, face: 'both' as const };
  const face: Slot['face'] = isFree(slot, model.rack.spec.heightU, devices) ? 'both' : wanted.side;
  const last = devices.at(-1)?.name ?? `${model.rack.name.toLowerCase()}-01`;
  const draft = newDraft(nextName(last, devices), { position: wanted.unit, face });
  const twice = { position: wanted.unit, height: 2, face };
  return isFree(twice, model.rack.spec.heightU, devices)
    ? draft
    : { ...draft, height: '1', model: 'One-socket server 1U' };
}

type Read = Extract<ReturnType<typeof readDraft>, { ok: true }>;

async function send({ name, spec }: Read, { model, wanted }: DeviceDialogProps): Promise<boolean> {
  const words = text().rack.form;
  const device = deviceIn(wanted);
  if (device === null) {
    const item = { kind: 'device' as const, name, parent: model.rack.id, spec };
    return (await perform({ type: 'inventory.create', item }, words.created(name, model.rack.name))) !== null;
  }
  const changes = changesOf(device, spec);
  const renamed = name === device.name ? {} : { name };
  if (Object.keys(changes).length === 0 && name === device.name) {
    showDone(words.unchanged);
    return true;
  }
  return (
    (await perform(
      { type: 'inventory.change', id: device.id, ...renamed, spec: changes },
      words.saved(name),
    )) !== null
  );
}

/** Why the rack could not take it; empty where it could. */
function misfit({ spec }: Read, { model, wanted }: DeviceDialogProps): string {
  const { rack, pdus } = model;
  const id = deviceIn(wanted)?.id ?? ('device-new' as Device['id']);
  return refusalText(
    checkDrop({ rack, pdus, devices: devicesIn(model), device: { id, spec }, slot: spec.slot }),
  );
}

export function DeviceDialog(props: DeviceDialogProps): ReactNode {
  const { model, wanted, onClose } = props;
  const words = useText().rack.form;
  const [draft, setDraft] = useState(() => firstDraft(model, wanted));
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState('');
  const device = deviceIn(wanted);
  const save = async (): Promise<void> => {
    const read = readDraft(draft, { device, others: devicesIn(model) });
    if (!read.ok) return setErrors(read.errors);
    setErrors({});
    const found = misfit(read, props);
    setProblem(found);
    if (found === '' && (await send(read, props))) onClose();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={device === null ? words.addTitle(model.rack.name) : words.editTitle(device.name)}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit" form="rack-device">
            {device === null ? words.create : words.save}
          </Button>
        </>
      }
    >
      <form id="rack-device" onSubmit={onSubmit} noValidate>
        <DeviceForm draft={draft} errors={errors} onChange={setDraft} />
        <p role="alert" className="mt-3 text-12 text-critical empty:hidden">
          {problem === '' ? '' : `${words.errors.checks} ${problem}`}
        </p>
      </form>
    </Dialog>
  );
}
