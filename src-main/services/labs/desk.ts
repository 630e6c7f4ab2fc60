import type { Actor } from '../../../sim/contract/actors.ts';
import { deskCommandSchema } from '../../../sim/contract/desk.ts';
import type { EngineOrder } from '../../../sim/contract/engine.ts';
import type { DeskCommand, DeskReceipt } from '../../../sim/contract/desk.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refusalFromIssues, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Channel } from '../../../sim/contract/notifications.ts';
import type { HardwareSource } from '../../../sim/contract/settings.ts';
import type { OperationId } from '../../../sim/contract/ids.ts';
import { importDeviceTypes } from '../assets/device-type-import.ts';
import { checkCsv, importCsv } from '../assets/csv-desk.ts';
import { mayExecute } from '../../host/access.ts';
import type { Progress } from '../../host/operations.ts';
import type { Session } from '../../host/session.ts';
import type { DeskDeps } from './desk-deps.ts';
import { rememberOpened } from './folders.ts';
import { loadLabFile } from './load-lab-file.ts';
import { copyLab, exportSession, importToSession } from './carry.ts';
import { newSession, openLab } from './sessions.ts';
import { loadTemplate } from './templates.ts';
import { discardLab, keepCard, labCards, repairLab } from './shelf.ts';
import { branchTo, rewindTo } from './travel.ts';

export type Desk = {
  readonly execute: (input: unknown, actor: Actor) => Promise<Result<DeskReceipt>>;
  readonly labs: () => QueryAnswer<'labs'>;
};

type Work = (
  deps: DeskDeps,
  command: LabCommand,
  progress: Progress,
) => Promise<Result<Omit<DeskReceipt, 'operation'>>>;

/** Desk commands put another world under the door. One at a time: there is one desk. */
export function createDesk(deps: DeskDeps): Desk {
  let line: Promise<unknown> = Promise.resolve();
  const perform = (command: LabCommand): Promise<Result<DeskReceipt>> =>
    deps.operations.run(titleOf(command), async (progress, operation: OperationId) => {
      const done = await work(deps, command, progress);
      return done.ok ? accepted({ operation, ...done.value }) : done;
    });
  return {
    execute: async (input, actor) => {
      const parsed = deskCommandSchema.safeParse(input);
      if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
      const allowed = mayExecute(actor, parsed.data.type);
      if (!allowed.ok) return allowed;
      const command = parsed.data;
      if (command.type === 'desk.configure') return configured(deps, command.patch);
      if (command.type === 'desk.preview-hardware') return previewed(deps, command.source);
      if (command.type === 'desk.test-notification') return tested(deps, command.channel);
      if ('order' in command) return passedOn(deps, command, actor);
      if (command.type === 'desk.import-device-types') return importDeviceTypes(deps, command);
      if (command.type === 'desk.remove-device-types') return removed(deps, command.manufacturer);
      if (command.type === 'desk.check-assets') return checkCsv(deps, command);
      const done = line.then(() =>
        command.type === 'desk.import-assets' ? importCsv(deps, command, actor) : perform(command),
      );
      line = done.catch(() => {});
      return done;
    },
    labs: () => labCards(deps.options, deps.session()),
  };
}

/** To whoever keeps what is ordered. */
function passedOn(
  deps: DeskDeps,
  command: Extract<DeskCommand, { order: unknown }>,
  actor: Actor,
): Result<DeskReceipt> | Promise<Result<DeskReceipt>> {
  switch (command.type) {
    case 'desk.report':
      return deps.reports.order(command.order);
    case 'desk.engine':
      return ordered(deps, command.order, actor);
    case 'desk.vsphere':
      return deps.vsphere.order(command.order);
    case 'desk.terminal':
      return deps.terminals.order(command.order);
    default:
      return command satisfies never;
  }
}

function configured({ settings }: DeskDeps, patch: unknown): Result<DeskReceipt> {
  const changed = settings.change(patch);
  return changed.ok ? accepted({ settings: changed.value }) : changed;
}

async function previewed(
  { previewHardware }: DeskDeps,
  source: HardwareSource,
): Promise<Result<DeskReceipt>> {
  const seen = await previewHardware(source);
  return seen.ok ? accepted({ hardware: seen.value }) : seen;
}

const engineTitles: Readonly<Partial<Record<EngineOrder['do'], string>>> = {
  'load-image': 'Load an image',
  'build-image': 'Build an image',
};

/** What takes its time is an operation that others see. */
function ordered(
  { engine, operations }: DeskDeps,
  order: EngineOrder,
  actor: Actor,
): Promise<Result<DeskReceipt>> {
  const title = engineTitles[order.do];
  if (title === undefined) return engine.order(order, actor, () => undefined);
  return operations.run(title, async (progress, operation) => {
    const done = await engine.order(order, actor, progress);
    return done.ok ? accepted({ operation, ...done.value }) : done;
  });
}

function removed({ deviceTypes }: DeskDeps, manufacturer: string | undefined): Result<DeskReceipt> {
  const gone = deviceTypes.remove(manufacturer ?? null);
  return gone.ok ? accepted({}) : gone;
}

async function tested({ testNotification }: DeskDeps, channel: Channel): Promise<Result<DeskReceipt>> {
  const sent = await testNotification(channel);
  return sent.ok ? accepted({}) : sent;
}

/** What puts a world under the door, one after the other. */
type LabCommand = Exclude<
  DeskCommand,
  {
    type:
      | `desk.${'check' | 'import'}-assets`
      | `desk.${'import' | 'remove'}-device-types`
      | 'desk.configure'
      | 'desk.preview-hardware'
      | 'desk.test-notification'
      | 'desk.report'
      | 'desk.terminal'
      | 'desk.engine'
      | 'desk.vsphere';
  }
>;

const titles = {
  'desk.new': 'New lab',
  'desk.open': 'Open lab',
  'desk.save-as': 'Save lab as',
  'desk.delete': 'Delete lab',
  'desk.repair': 'Repair lab',
  'desk.export': 'Export lab',
  'desk.import': 'Import lab',
  'desk.rewind': 'Rewind',
  'desk.branch': 'Change branch',
} as const satisfies Record<LabCommand['type'], string>;

function titleOf(command: LabCommand): string {
  const about = 'name' in command ? command.name : 'lab' in command ? command.lab : undefined;
  return about === undefined ? titles[command.type] : `${titles[command.type]} ${about}`;
}

const work: Work = async (deps, command, progress) => {
  const isOpen = 'lab' in command && command.lab === deps.session().id;
  switch (command.type) {
    case 'desk.new':
      return startNew(deps, command, progress);
    case 'desk.save-as':
      return change(deps, () => copyLab(deps.options, deps.session(), { name: command.name, progress }));
    case 'desk.open':
      if (isOpen) return accepted({ lab: command.lab });
      return change(deps, () => Promise.resolve(openLab(deps.options, command.lab)));
    case 'desk.delete':
      return isOpen ? openRefusal : discardLab(deps.options, command.lab);
    case 'desk.repair':
      return isOpen ? openRefusal : repairLab(deps.options, command.lab);
    case 'desk.export':
      return exportSession(deps.options, deps.session(), { file: command.file ?? null, progress });
    case 'desk.import':
      return bringIn(deps, command, progress);
    case 'desk.rewind':
      return rewindTo(deps, command.tick);
    case 'desk.branch':
      return branchTo(deps, command.branch);
    default:
      return command satisfies never;
  }
};

const openRefusal = refused('wrong-state', 'This lab is open', {
  where: 'lab',
  hint: 'Open another one first.',
});

type ImportCommand = Extract<DeskCommand, { type: 'desk.import' }>;

function bringIn(deps: DeskDeps, { file, name }: ImportCommand, progress: Progress): ReturnType<Work> {
  return change(deps, () => importToSession(deps.options, { file, name: name ?? null, progress }));
}

type NewCommand = Extract<DeskCommand, { type: 'desk.new' }>;

async function startNew(
  deps: DeskDeps,
  command: NewCommand,
  progress: Progress,
): Promise<Result<Omit<DeskReceipt, 'operation'>>> {
  const lab =
    command.file === undefined
      ? loadTemplate(deps.options.resources, command.template)
      : loadLabFile(command.file);
  if (!lab.ok) return lab;
  const { name, seed = null } = command;
  return change(deps, () => newSession(deps.options, { lab: lab.value, name, seed, progress }));
}

/** Makes the next session first: where that fails, the open lab stays as it is. */
async function change(
  deps: DeskDeps,
  make: () => Promise<Result<Session>>,
): Promise<Result<Omit<DeskReceipt, 'operation'>>> {
  const next = await make();
  if (!next.ok) return next;
  await deps.pacer.hold(async () => {
    while (!deps.door.isQuiet()) await deps.door.settled();
    const old = deps.session();
    deps.keeper.keepNow();
    keepCard(deps.options, old);
    await deps.put(next.value, 'lab');
    old.close();
  });
  deps.pacer.nudge();
  rememberOpened(deps.options.dataDirectory, next.value.id);
  return accepted({ lab: next.value.id, branch: next.value.branch, tick: next.value.world.clock.tick });
}
