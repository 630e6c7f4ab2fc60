import type { EventOf, WorldEvent } from '../../../sim/contract/events.ts';

type NameOf = (id: string) => string;
type Texts = { readonly [Type in WorldEvent['type']]: (event: EventOf<Type>, nameOf: NameOf) => string };

const texts: Texts = {
  'lab.founded': ({ name, seed }) => `founded ${name}, seed ${seed}`,
  'lab.renamed': ({ name }) => `named the lab ${name}`,
  'lab.worked': ({ takes }) => `work on machines takes ${takes === 'time' ? 'its time' : 'no time'}`,
  'entity.created': ({ entity }) => `created ${entity.kind} ${entity.name}`,
  'entity.changed': ({ entity }) => `changed ${entity.kind} ${entity.name}`,
  'entity.removed': ({ id }) => `removed ${id}`,
  'alarm.raised': ({ alarm }, nameOf) => `${alarm.id} on ${nameOf(alarm.source)}: ${alarm.message}`,
  'alarm.acknowledged': ({ id, note }) => `acknowledged ${id}${note === null ? '' : `: ${note}`}`,
  'alarm.resolved': ({ id }) => `${id} resolved`,
  'alarm.returned': ({ id }) => `${id} is over and waits to be acknowledged`,
  'alarm.shelved': ({ id, shelf }) => `shelved ${id}: ${shelf.reason}`,
  'alarm.unshelved': ({ id }) => `took ${id} off the shelf`,
  'alarm.annotated': ({ id, note }) => `noted on ${id}: ${note.text}`,
  'alarm.assigned': ({ id, to }) =>
    to === null ? `took ${id} from its assignee` : `assigned ${id} to ${to}`,
  'alarm.grouped': ({ id, root }) =>
    root === null ? `${id} stands for itself again` : `${id} is explained by ${root}`,
  'sensor.out-of-service': ({ entry }, nameOf) =>
    `took ${nameOf(entry.sensor)} out of service: ${entry.reason}`,
  'sensor.in-service': ({ sensor }, nameOf) => `put ${nameOf(sensor)} back in service`,
  'rule.put': ({ rule }) => `wrote alarm rule ${rule.id}`,
  'rule.removed': ({ id }) => `removed alarm rule ${id}`,
  'rules.reset': () => 'put the alarm rules back as they came',
  'plant.ordered': ({ order }, nameOf) =>
    `${order.verb} to ${nameOf(order.target)}${order.value === null ? '' : ` (${order.value})`}`,
  'drill.started': ({ run }) => `started drill ${run.drill} (${run.id})`,
  'drill.ended': ({ id, outcome, report }) => `${id} ended, ${outcome}: ${report.score} points`,
  'scenario.started': ({ run }, nameOf) =>
    `started ${run.name} on ${nameOf(run.target)}, ${run.severity} (${run.id})`,
  'scenario.stopped': ({ id }) => `stopped ${id}`,
  'clock.changed': ({ running, speed, owed }) => {
    if (running) return `clock runs at ×${speed}`;
    return owed > 0 ? `stepped ${owed} s` : 'clock paused';
  },
  'chaos.injected': ({ fault }) => {
    const effect = fault.effect.kind === 'refuse' ? 'be refused' : `be held up ${fault.effect.millis} ms`;
    return `${fault.id}: commands ${fault.match}* will ${effect}`;
  },
  'task.started': ({ task }) => `${task.verb} of ${task.name} began (${task.id})`,
  'task.finished': ({ id, state, refusal }) =>
    `${id} ${state}${refusal === null ? '' : `: ${refusal.message}`}`,
  'chaos.cleared': ({ id }) => `cleared ${id}`,
  'advisor.switched': ({ site, mode }, nameOf) => `advisor of ${nameOf(site)}: ${mode}`,
  'advisor.proposed': ({ advice }, nameOf) => `${advice.id} for ${nameOf(advice.target)}: ${advice.reason}`,
  'advisor.applied': ({ id, by }) => `${id} applied by ${by}`,
  'advisor.ended': ({ id, state, because }) => `${id} ${state}${because === '' ? '' : `: ${because}`}`,
  'advisor.measured': ({ id, measured }) =>
    `${id} measured: ${(measured.without - measured.with).toFixed(2)} kWh saved`,
  'guest.booted': ({ machine, base }, nameOf) => `${nameOf(machine)} started ${base}`,
  'guest.stopped': ({ machine }, nameOf) => `the system of ${nameOf(machine)} stopped`,
  'guest.changed': ({ machine, files }, nameOf) =>
    `${nameOf(machine)} changed${files.length === 0 ? ' what it does' : ` ${files.length} files`}`,
  'guest.copied': ({ from, to }, nameOf) => `${nameOf(to)} has the files of ${nameOf(from)}`,
  'guest.kept': ({ machine, snapshot }, nameOf) =>
    `kept the files of ${nameOf(machine)} (snapshot ${snapshot})`,
  'guest.reverted': ({ machine, snapshot }, nameOf) =>
    `${nameOf(machine)} has its files of snapshot ${snapshot} again`,
  'guest.forgot': ({ machine, snapshot }, nameOf) =>
    `snapshot ${snapshot} of ${nameOf(machine)} keeps no files any more`,
  'guest.dropped': ({ machine }, nameOf) => `the files of ${nameOf(machine)} are gone`,
  'papers.written': ({ face, items }) =>
    items.length === 1 ? `${face} noted ${items[0]?.key}` : `${face} noted ${items.length} things`,
  'edit.made': ({ edit }) => `${edit.title} (${edit.id})`,
  'edit.undone': ({ id }) => `undid ${id}`,
  'edit.redone': ({ id }) => `redid ${id}`,
};

/** One line of the story, said to a person. */
export function eventText(event: WorldEvent, nameOf: NameOf): string {
  const say: ((event: never, nameOf: NameOf) => string) | undefined = texts[event.type];
  // A newer host may tell of things this dvm has no words for.
  return say === undefined ? event.type : say(event as never, nameOf);
}
