/** The faces of the alarm screens: the list, the rules, a rule in its form, the figures, and who is told. */
import type { ReactNode } from 'react';
import type { Kind, Metric } from '../../../sim/contract/entities.ts';
import { AlarmHistory } from '../alarms/alarm-history.tsx';
import { AlarmList } from '../alarms/alarm-list.tsx';
import { everyAlarm } from '../alarms/alarm-order.ts';
import { AlarmsView } from '../alarms/alarms-view.tsx';
import type { AlarmTab } from '../alarms/alarms-view.tsx';
import { KpiView } from '../alarms/kpi-view.tsx';
import { NotificationsView } from '../alarms/notifications-view.tsx';
import { draftFrom } from '../alarms/rule-draft.ts';
import type { RuleChoices } from '../alarms/rule-choices.ts';
import { RulesView } from '../alarms/rules-view.tsx';
import type { AskRulePreview } from '../alarms/use-rule-preview.ts';
import {
  bareNotify,
  noAlarmList,
  noKpis,
  noRuleBook,
  sampleAlarmList,
  sampleExplained,
  sampleKpis,
  sampleNotify,
  samplePreview,
  sampleRuleBook,
  sampleSent,
  sampleShown,
  sampleUnfolded,
} from './alarm-samples.ts';
import { inFace, sampleAlarms, sampleName, sampleRefusal } from './samples.ts';
import type { FaceName } from './samples.ts';

type Faced = { readonly face: FaceName };

const nothing = (): void => undefined;
const samplePlaces = [
  { id: 'site-1' as never, title: 'Site 1' },
  { id: 'room-1' as never, title: 'Site 1 / Room 1' },
];
const noneRefused = () => Promise.resolve(null);
const noneTicked: ReadonlySet<string> = new Set();

const detail = {
  acknowledge: nothing,
  shelve: nothing,
  annotate: nothing,
  assign: nothing,
  unshelve: nothing,
  takeOut: nothing,
  putBack: nothing,
  fold: nothing,
  openRule: nothing,
  close: nothing,
};

const List = ({ face }: Faced): ReactNode => (
  <AlarmList
    list={inFace(face, sampleAlarmList, noAlarmList)}
    explained={sampleExplained}
    view="open"
    onView={nothing}
    open={face === 'empty' ? 0 : 5}
    rules={sampleRuleBook.items}
    outOfService={new Map()}
    nameOf={sampleName}
    shown={face === 'full' ? sampleShown : null}
    onShow={nothing}
    ticked={face === 'full' ? new Set(['alarm-1']) : noneTicked}
    onTick={nothing}
    unfolded={sampleUnfolded}
    onFold={nothing}
    filter={everyAlarm}
    onFilter={nothing}
    places={samplePlaces}
    onBulk={nothing}
    do={detail}
  />
);

const choices: RuleChoices = {
  sensors: new Map<Metric, ReadonlyMap<Kind, number>>([
    [
      'temperature',
      new Map([
        ['rack', 240],
        ['room', 2],
      ]),
    ],
    ['state', new Map([['crac', 4]])],
  ]),
  places: ['front', 'rear'],
  scopes: [{ id: 'room-1' as never, title: 'Site 1 / Room 1' }],
};

const askFor =
  (face: FaceName): AskRulePreview =>
  () => {
    if (face === 'error') return Promise.resolve({ ok: false, refusal: sampleRefusal });
    // Still on its way, for as long as the face is looked at.
    if (face === 'loading') return new Promise(() => undefined);
    const none = { ...samplePreview, fired: 0, sensors: 0, seconds: 0, examples: [] };
    return Promise.resolve({ ok: true, value: face === 'empty' ? none : samplePreview });
  };

function Rules({ face, isEditing }: Faced & { readonly isEditing: boolean }): ReactNode {
  const [before] = sampleRuleBook.items;
  // The form has its faces in its preview: the rules themselves are there.
  const book = isEditing && face !== 'stale' ? 'full' : face;
  return (
    <RulesView
      rules={inFace(book, sampleRuleBook, noRuleBook)}
      editing={
        isEditing && before !== undefined ? { key: before.id, before, start: draftFrom(before) } : null
      }
      editor={{
        choices,
        onDraft: nothing,
        onSave: noneRefused,
        onCancel: nothing,
        preview: { ask: askFor(face), ownerOf: () => 'B03', onSelect: nothing },
      }}
      onOpen={nothing}
      onNew={nothing}
      onCopy={nothing}
      onServe={nothing}
      onRemove={nothing}
      onReset={nothing}
    />
  );
}

const Kpis = ({ face }: Faced): ReactNode => (
  <KpiView
    kpis={inFace(face, sampleKpis, noKpis)}
    alarms={sampleAlarms}
    range="day"
    onRange={nothing}
    ruleTitle={(id) => sampleRuleBook.items.find((rule) => rule.id === id)?.title ?? id}
    nameOf={sampleName}
    onSelect={nothing}
  />
);

const Notifications = ({ face }: Faced): ReactNode => (
  <NotificationsView
    settings={inFace(face, sampleNotify, bareNotify)}
    sent={inFace(face, { items: sampleSent }, { items: [] })}
    onOpen={nothing}
    onSave={noneRefused}
    onTest={nothing}
  />
);

const On = ({
  face,
  tab,
  children,
}: Faced & { readonly tab: AlarmTab; readonly children: ReactNode }): ReactNode => (
  <AlarmsView
    tab={tab}
    onTab={nothing}
    open={face === 'empty' ? 0 : 5}
    flood={face === 'full' && tab === 'list' ? 17 : 0}
    undo={null}
    contents={{ list: null, history: null, rules: null, kpis: null, notifications: null, [tab]: children }}
  />
);

export const AlarmsFace = ({ face }: Faced): ReactNode => (
  <On face={face} tab="list">
    <List face={face} />
  </On>
);
export const AlarmHistoryFace = ({ face }: Faced): ReactNode => (
  <On face={face} tab="history">
    <AlarmHistory
      history={inFace(
        face,
        { ...sampleAlarmList, extent: 'part' as const, share: 0.42 },
        { ...noAlarmList, extent: 'whole' as const, share: 1 },
      )}
      older={face === 'full' ? nothing : null}
      isFetching={false}
      filter={everyAlarm}
      onFilter={nothing}
      places={samplePlaces}
      nameOf={sampleName}
      shown={null}
      onShow={nothing}
    />
  </On>
);
export const AlarmRulesFace = ({ face }: Faced): ReactNode => (
  <On face={face} tab="rules">
    <Rules face={face} isEditing={false} />
  </On>
);
export const AlarmRuleFace = ({ face }: Faced): ReactNode => (
  <On face={face} tab="rules">
    <Rules face={face} isEditing />
  </On>
);
export const AlarmKpisFace = ({ face }: Faced): ReactNode => (
  <On face={face} tab="kpis">
    <Kpis face={face} />
  </On>
);
export const NotificationsFace = ({ face }: Faced): ReactNode => (
  <On face={face} tab="notifications">
    <Notifications face={face} />
  </On>
);
