import { Copy, Plus, RotateCcw, Trash2, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { TextInput } from '../../ui/field.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { RuleEditor } from './rule-editor.tsx';
import type { RuleEditorProps } from './rule-editor.tsx';
import { filterRules } from './rule-words.ts';
import { RulesTable } from './rules-table.tsx';

type Rules = QueryAnswer<'rules'>;

export type RulesViewProps = {
  readonly rules: QueryState<Rules>;
  /** The rule in the form; null while the table is looked at. */
  readonly editing: {
    readonly key: string;
    readonly before: AlarmRule | null;
    readonly start: RuleEditorProps['start'];
  } | null;
  readonly editor: Omit<RuleEditorProps, 'start' | 'taken' | 'tools'>;
  readonly onOpen: (rule: AlarmRule) => void;
  readonly onNew: () => void;
  readonly onCopy: (rule: AlarmRule) => void;
  readonly onServe: (rule: AlarmRule, service: AlarmRule['service']) => void;
  readonly onRemove: (rule: AlarmRule) => void;
  readonly onReset: (rules: Rules) => void;
};

type TableProps = { readonly props: RulesViewProps; readonly rules: Rules };

function Bar({
  props,
  rules,
  text,
  onText,
  count,
}: TableProps & {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly count: number;
}): ReactNode {
  const words = useText().alarmRules;
  const isAsShipped = rules.changed.length === 0 && rules.removed.length === 0;
  return (
    <div
      role="search"
      aria-label={words.filter.label}
      className="flex flex-wrap items-center gap-2 border-b px-3 py-2"
    >
      <TextInput
        type="search"
        aria-label={words.filter.text}
        placeholder={words.filter.placeholder}
        className="h-7! w-48!"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <span role="status" className="text-12 text-text-3">
        {words.count(count)}
        {rules.changed.length > 0 && words.changed(rules.changed.length)}
        {rules.removed.length > 0 && words.removed(rules.removed.length)}
      </span>
      <span className="ml-auto flex gap-2">
        <Button
          icon={RotateCcw}
          onClick={() => props.onReset(rules)}
          refusedBecause={isAsShipped ? words.asShipped : null}
        >
          {words.reset}
        </Button>
        <Button icon={Plus} look="primary" onClick={props.onNew}>
          {words.new}
        </Button>
      </span>
    </div>
  );
}

type NoneProps = {
  readonly props: RulesViewProps;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
};

function None({ props, isFiltered, onClear }: NoneProps): ReactNode {
  const words = useText().alarmRules;
  return isFiltered ? (
    <EmptyState text={words.noFit} action={<Button onClick={onClear}>{words.filter.clear}</Button>} />
  ) : (
    <EmptyState
      text={words.none}
      action={
        <Button look="primary" onClick={props.onNew}>
          {words.new}
        </Button>
      }
    />
  );
}

function Table({ props, rules }: TableProps): ReactNode {
  const [text, setText] = useState('');
  const found = filterRules(rules.items, text);
  return (
    <>
      <Bar props={props} rules={rules} text={text} onText={setText} count={found.length} />
      {found.length === 0 ? (
        <None props={props} isFiltered={rules.items.length > 0} onClear={() => setText('')} />
      ) : (
        <RulesTable rules={found} changed={rules.changed} onOpen={props.onOpen} />
      )}
    </>
  );
}

function Tools({ props, rule }: { readonly props: RulesViewProps; readonly rule: AlarmRule }): ReactNode {
  const words = useText().alarmRules;
  const isOut = rule.service === 'out-of-service';
  return (
    <>
      <Button icon={Wrench} onClick={() => props.onServe(rule, isOut ? 'in-service' : 'out-of-service')}>
        {isOut ? words.service.put : words.service.take}
      </Button>
      <Button icon={Copy} onClick={() => props.onCopy(rule)}>
        {words.duplicate}
      </Button>
      <Button icon={Trash2} onClick={() => props.onRemove(rule)}>
        {words.remove}
      </Button>
    </>
  );
}

export function RulesView(props: RulesViewProps): ReactNode {
  const words = useText().alarmRules;
  return (
    <Face state={props.rules} what={words.what} still={words.still}>
      {(rules) => {
        const { editing, editor } = props;
        if (editing === null) return <Table props={props} rules={rules} />;
        const { key, before, start } = editing;
        return (
          <RuleEditor
            {...editor}
            key={key}
            start={start}
            taken={rules.items.map(({ id }) => id).filter((id) => id !== before?.id)}
            {...(before === null ? {} : { tools: <Tools props={props} rule={before} /> })}
          />
        );
      }}
    </Face>
  );
}
