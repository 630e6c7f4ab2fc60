/** What lies on the desk rather than in the world: labs, branches, operations, templates. */
import type { BranchCard, LabCard } from '../../../sim/contract/desk.ts';
import type { Operation } from '../../../sim/contract/operations.ts';
import { labTime } from '../lab-time.ts';
import { listing, onOperations } from './listing.ts';

export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** step).toFixed(1)} ${units[step - 1] ?? ''}`;
}

const wallTime = (millis: number): string => new Date(millis).toISOString().slice(0, 19).replace('T', ' ');

export const labListing = listing<LabCard>({
  name: 'labs',
  singular: 'lab',
  summary: 'Labs on this machine',
  columns: [
    { title: 'ID', cell: (lab) => ({ text: lab.id, tone: lab.open ? 'strong' : undefined }) },
    { title: 'NAME', cell: (lab) => lab.name },
    {
      title: 'STATE',
      cell: (lab) =>
        lab.damage === null ? { text: lab.open ? 'open' : 'closed' } : { text: 'damaged', tone: 'critical' },
    },
    { title: 'RACKS', align: 'right', cell: (lab) => String(lab.racks) },
    { title: 'LAB TIME', cell: (lab) => labTime(lab.at) },
    { title: 'SIZE', align: 'right', cell: (lab) => bytesText(lab.bytes) },
    { title: 'CHANGED', cell: (lab) => wallTime(lab.changedAt) },
    { title: 'SEED', wide: true, cell: (lab) => lab.seed },
    { title: 'DAMAGE', wide: true, cell: (lab) => lab.damage ?? '–' },
  ],
  rows: async ({ client }) => {
    const labs = await client.query('labs', {});
    return labs.ok ? { ok: true, value: labs.value.items } : labs;
  },
  of: (lab) => ({ reference: lab.id, id: lab.id, value: lab, mark: `${lab.name} ${lab.open} ${lab.damage}` }),
  watch: onOperations,
});

export const templateListing = listing<{
  readonly id: string;
  readonly name: string;
  readonly description: string;
}>({
  name: 'templates',
  singular: 'template',
  summary: 'Labs to start from',
  columns: [
    { title: 'ID', cell: (template) => template.id },
    { title: 'NAME', cell: (template) => template.name },
    { title: 'DESCRIPTION', cell: (template) => template.description },
  ],
  rows: async ({ client }) => {
    const templates = await client.query('templates', {});
    return templates.ok ? { ok: true, value: templates.value.items } : templates;
  },
  of: (template) => ({ reference: template.id, id: template.id, value: template }),
  watch: onOperations,
});

export const branchListing = listing<BranchCard>({
  name: 'branches',
  singular: 'branch',
  summary: 'Lines of history of the open lab',
  columns: [
    { title: 'ID', cell: (branch) => ({ text: branch.id, tone: branch.current ? 'strong' : undefined }) },
    { title: 'CURRENT', cell: (branch) => (branch.current ? 'yes' : '') },
    { title: 'FROM', cell: (branch) => branch.parent ?? '–' },
    {
      title: 'LEFT AT TICK',
      align: 'right',
      cell: (branch) => (branch.parent === null ? '–' : String(branch.forkTick)),
    },
    { title: 'HEAD TICK', align: 'right', cell: (branch) => String(branch.headTick) },
    { title: 'REVISION', align: 'right', cell: (branch) => String(branch.headRevision) },
    { title: 'MADE', cell: (branch) => wallTime(branch.madeAt) },
  ],
  rows: async ({ client }) => {
    const branches = await client.query('branches', {});
    return branches.ok ? { ok: true, value: branches.value.items } : branches;
  },
  of: (branch) => ({
    reference: branch.id,
    id: branch.id,
    value: branch,
    mark: `${branch.id} ${branch.current}`,
  }),
  watch: onOperations,
});

const operationTones = {
  queued: 'quiet',
  running: 'info',
  succeeded: 'ok',
  failed: 'critical',
  cancelled: 'quiet',
} as const;

export const operationListing = listing<Operation>({
  name: 'operations',
  singular: 'operation',
  summary: 'Long work of this session',
  columns: [
    { title: 'ID', cell: (operation) => operation.id },
    {
      title: 'STATE',
      atLeast: 9,
      cell: (operation) => ({ text: operation.state, tone: operationTones[operation.state] }),
    },
    {
      title: 'DONE',
      align: 'right',
      atLeast: 5,
      cell: (operation) => (operation.progress === null ? '–' : `${Math.floor(operation.progress * 100)} %`),
    },
    { title: 'STARTED', cell: (operation) => wallTime(operation.startedAt) },
    { title: 'WHAT', cell: (operation) => operation.title },
    { title: 'REFUSED', wide: true, cell: (operation) => operation.refusal?.message ?? '–' },
  ],
  rows: async ({ client }) => {
    const operations = await client.query('operations', {});
    return operations.ok ? { ok: true, value: operations.value.items } : operations;
  },
  of: (operation) => ({ reference: operation.id, id: operation.id, value: operation }),
  watch: onOperations,
});
