import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { TextInput } from '../../ui/field.tsx';
import { choicesFor } from './sensor-choices.ts';
import type { SensorChoice } from './sensor-choices.ts';

type SensorPickerProps = {
  readonly id: string;
  readonly describedBy: string;
  readonly isWrong: boolean;
  readonly topic: string;
  readonly choices: readonly SensorChoice[];
  readonly onTopic: (topic: string) => void;
};

type Walk = {
  readonly shown: readonly SensorChoice[];
  readonly at: number;
  readonly goTo: (at: number) => void;
  readonly choose: (choice: SensorChoice) => void;
  readonly close: () => void;
};

function onKey(event: KeyboardEvent, { shown, at, goTo, choose, close }: Walk): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const choice = shown[at];
  if (step !== 0 && shown.length > 0) goTo((at + step + shown.length) % shown.length);
  else if (event.key === 'Enter' && choice !== undefined) choose(choice);
  else if (event.key === 'Escape' && shown.length > 0) close();
  else return;
  event.preventDefault();
  // Escape closes the list here, and not the dialog around it.
  event.stopPropagation();
}

/** The list may reach below the edge of the dialog it stands in. */
const showIt = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'nearest' });

const Choice = ({
  id,
  choice,
  isActive,
  onChoose,
}: {
  readonly id: string;
  readonly choice: SensorChoice;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}): ReactNode => (
  <div
    id={id}
    ref={isActive ? showIt : null}
    role="option"
    tabIndex={-1}
    aria-selected={isActive}
    // Before the field loses its focus, and with it the list.
    onMouseDown={(event) => {
      event.preventDefault();
      onChoose();
    }}
    className={classNames('cursor-default rounded-sm px-2 py-1', isActive ? 'bg-hover' : 'hover:bg-hover')}
  >
    <span className="block text-12 font-medium">{choice.title}</span>
    <span className="block truncate font-mono text-11 text-text-2">{choice.topic}</span>
  </div>
);

/** A topic, written or found: any text may stand, since a topic may hold {1} for a wildcard. */
export function SensorPicker(props: SensorPickerProps): ReactNode {
  const { id, describedBy, isWrong, topic, choices, onTopic } = props;
  const words = useText().hardware.point;
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  const found = isOpen ? choicesFor(choices, topic) : [];
  const shown = found.length === 1 && found[0]?.topic === topic ? [] : found;
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const choose = (choice: SensorChoice) => {
    onTopic(choice.topic);
    close();
  };
  return (
    <div className="relative">
      <TextInput
        id={id}
        role="combobox"
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(shown[at] === undefined ? {} : { 'aria-activedescendant': `${list}-${at}` })}
        className="font-mono text-12!"
        placeholder={words.sensorSample}
        value={topic}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onChange={(event) => {
          setOpen(true);
          setAt(-1);
          onTopic(event.target.value);
        }}
        onKeyDown={(event) => onKey(event, { shown, at, goTo: setAt, choose, close })}
      />
      <div
        id={list}
        role="listbox"
        aria-label={words.sensors}
        hidden={shown.length === 0}
        className="absolute inset-x-0 top-full z-10 mt-1 max-h-64 overflow-y-auto rounded-md border border-line-strong bg-raised p-1"
      >
        {shown.map((choice, index) => (
          <Choice
            key={choice.id}
            id={`${list}-${index}`}
            choice={choice}
            isActive={index === at}
            onChoose={() => choose(choice)}
          />
        ))}
      </div>
    </div>
  );
}
