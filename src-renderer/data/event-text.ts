/** The story in sentences, in the language of the page. Names come from the caller, since the thing may be gone by now. */
import type { EventOf, LoggedEvent, WorldEvent } from '../../sim/contract/events.ts';
import { editTitle } from '../features/edits/edit-words.ts';
import { text, told } from '../text/text.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { numberText } from '../ui/numbers.ts';

export type EventTone = 'critical' | 'major' | 'minor' | 'info' | 'ok' | 'maintenance' | null;
export type EventSentence = {
  readonly text: string;
  readonly tone: EventTone;
  readonly about: string | null;
};

type Words = Catalogue['events'];
type Teller = { readonly words: Words; readonly nameOf: (id: string) => string };
type Tell<Event> = (event: Event, teller: Teller) => EventSentence;

const plain = (said: string, about: string | null = null): EventSentence => ({
  text: said,
  tone: null,
  about,
});
const toned = (tone: EventTone, said: string, about: string | null = null): EventSentence => ({
  text: said,
  tone,
  about,
});

const lower = (word: string): string => word.toLowerCase().replaceAll('_', ' ');

const tells: { readonly [Type in WorldEvent['type']]: Tell<EventOf<Type>> } = {
  'lab.founded': ({ name, seed }, { words }) => plain(words.labFounded(name, seed)),
  'lab.renamed': ({ name }, { words }) => plain(words.labRenamed(name)),
  'lab.worked': ({ takes }, { words }) => plain(words.labWorked(takes)),
  'entity.created': ({ entity }, { words }) =>
    plain(words.created(text().kinds[entity.kind], entity.name), entity.id),
  'entity.changed': ({ entity }, { words }) =>
    plain(words.changed(text().kinds[entity.kind], entity.name), entity.id),
  'entity.removed': ({ id }, { words, nameOf }) => plain(words.removed(nameOf(id))),
  'alarm.raised': ({ alarm }) => toned(alarm.severity, told(alarm.message), alarm.source),
  'alarm.acknowledged': ({ id, by, note }, { words }) => plain(words.acknowledged(id, by, note ?? '')),
  'alarm.resolved': ({ id }, { words }) => toned('ok', words.resolved(id)),
  'alarm.returned': ({ id }, { words }) => plain(words.returned(id)),
  'alarm.shelved': ({ id, shelf }, { words }) => plain(words.shelved(id, shelf.by, shelf.reason)),
  'alarm.unshelved': ({ id, by }, { words }) => plain(words.unshelved(id, by)),
  'alarm.annotated': ({ id, note }, { words }) => plain(words.annotated(id, note.text)),
  'alarm.assigned': ({ id, to, by }, { words }) =>
    plain(to === null ? words.unassigned(id, by) : words.assigned(id, to)),
  'alarm.grouped': ({ id, root }, { words }) =>
    plain(root === null ? words.alone(id) : words.explained(id, root)),
  'sensor.out-of-service': ({ entry }, { words, nameOf }) =>
    plain(words.outOfService(nameOf(entry.sensor), entry.reason), entry.sensor),
  'sensor.in-service': ({ sensor }, { words, nameOf }) => plain(words.inService(nameOf(sensor)), sensor),
  'rule.put': ({ rule }, { words }) => plain(words.rulePut(rule.id)),
  'rule.removed': ({ id }, { words }) => plain(words.ruleRemoved(id)),
  'rules.reset': (_, { words }) => plain(words.rulesReset),
  'plant.ordered': ({ order }, { words, nameOf }) =>
    plain(
      words.ordered(
        text().inspector.orders.verbs[order.verb],
        nameOf(order.target),
        order.value === null ? '' : String(order.value),
      ),
      order.target,
    ),
  'drill.started': ({ run }, { words }) => toned('maintenance', words.drillStarted(run.drill)),
  'drill.ended': ({ id, outcome, report }, { words }) =>
    toned('maintenance', words.drillEnded(id, words.outcomes[outcome], report.score)),
  'scenario.started': ({ run }, { words, nameOf }) =>
    toned(
      'maintenance',
      words.scenarioStarted(
        told(lower(run.name)),
        words.severities[run.severity] ?? run.severity,
        nameOf(run.target),
      ),
      run.target,
    ),
  'scenario.stopped': ({ id }, { words }) => toned('maintenance', words.stopped(id)),
  'clock.changed': ({ running, speed, owed }, { words }) => {
    if (running) return plain(words.clockRuns(speed));
    return plain(owed > 0 ? words.stepped(owed) : words.clockPaused);
  },
  'chaos.injected': ({ fault }, { words }) => toned('maintenance', words.chaosInjected(fault.match)),
  'chaos.cleared': ({ id }, { words }) => plain(words.chaosCleared(id)),
  'advisor.switched': ({ site, mode }, { words, nameOf }) =>
    plain(words.advisorSwitched(nameOf(site), words.advisorModes[mode]), site),
  'advisor.proposed': ({ advice }, { nameOf }) =>
    plain(`${nameOf(advice.target)}: ${advice.reason}`, advice.target),
  'advisor.applied': ({ id, by }, { words }) => plain(words.adviceApplied(id, by)),
  'advisor.ended': ({ id, state, because }, { words }) =>
    plain(words.adviceEnded(id, words.adviceStates[state], because)),
  'advisor.measured': ({ id, measured }, { words }) =>
    plain(words.adviceMeasured(id, numberText(measured.without - measured.with, 2))),
  'task.started': ({ task }, { words }) =>
    plain(words.taskStarted(words.taskVerbs[task.verb], task.name), task.target),
  'task.finished': ({ id, state, refusal }, { words }) =>
    toned(
      state === 'failed' ? 'minor' : null,
      words.taskEnded(id, words.taskStates[state], told(refusal?.message ?? '')),
    ),
  'guest.booted': ({ machine }, { words, nameOf }) => plain(words.guestBooted(nameOf(machine)), machine),
  'guest.stopped': ({ machine }, { words, nameOf }) => plain(words.guestStopped(nameOf(machine)), machine),
  'guest.changed': ({ machine, files }, { words, nameOf }) =>
    plain(words.guestChanged(nameOf(machine), files.length), machine),
  'guest.copied': ({ from, to }, { words, nameOf }) => plain(words.guestCopied(nameOf(from), nameOf(to)), to),
  'guest.kept': ({ machine }, { words, nameOf }) => plain(words.guestKept(nameOf(machine)), machine),
  'guest.reverted': ({ machine }, { words, nameOf }) => plain(words.guestReverted(nameOf(machine)), machine),
  'guest.forgot': ({ machine }, { words, nameOf }) => plain(words.guestForgot(nameOf(machine)), machine),
  'guest.dropped': ({ machine }, { words, nameOf }) => plain(words.guestDropped(nameOf(machine))),
  'papers.written': ({ face, items }, { words }) =>
    plain(words.noted(face, items.length, items[0]?.key ?? '')),
  'edit.made': ({ edit }, { words }) => plain(words.editMade(editTitle(text().edits, edit.what), edit.id)),
  'edit.undone': ({ id, by }, { words }) => plain(words.editUndone(id, by.name)),
  'edit.redone': ({ id, by }, { words }) => plain(words.editRedone(id, by.name)),
};

/** What only a newer host knows is told by its type. */
export function eventSentence(logged: LoggedEvent, nameOf: (id: string) => string): EventSentence {
  const tell = tells[logged.event.type] as Tell<WorldEvent> | undefined;
  if (tell === undefined) return plain(logged.event.type);
  return tell(logged.event, { words: text().events, nameOf });
}
