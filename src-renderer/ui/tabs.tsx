import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

export type Tab = {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly content: ReactNode;
};

type TabsProps = {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Beside the tabs, at the right. */
  readonly tools?: ReactNode;
};

export const Tabs = ({ label, tabs, value, onChange, tools }: TabsProps): ReactNode => (
  <Primitive.Root value={value} onValueChange={onChange} className="flex min-h-0 flex-1 flex-col">
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 border-b px-3">
      <Primitive.List aria-label={label} className="flex gap-1">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.id}
            value={tab.id}
            className="h-10 border-b-2 border-transparent px-2 text-13 font-medium text-text-2 -outline-offset-2 hover:text-text data-[state=active]:border-text data-[state=active]:text-text"
          >
            {tab.title}
            {tab.count !== undefined && <span className="ml-2 text-12 text-text-3">{tab.count}</span>}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-2 py-1">{tools}</div>
    </div>
    {tabs.map((tab) => (
      <Primitive.Content key={tab.id} value={tab.id} className="flex min-h-0 flex-1 flex-col outline-none">
        {tab.content}
      </Primitive.Content>
    ))}
  </Primitive.Root>
);
