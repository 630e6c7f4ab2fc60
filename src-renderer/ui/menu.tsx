import { ContextMenu as Context, DropdownMenu as Dropdown } from 'radix-ui';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

/** What a menu shows of an action; app/actions.ts's Action is one. */
export type MenuItem = {
  readonly id: string;
  readonly title: string;
  readonly shortcut?: string | null;
  readonly icon?: LucideIcon | null;
  readonly disabled?: () => string | null;
  readonly isChecked?: boolean;
  readonly run: () => void | Promise<void>;
};
export type MenuSection = { readonly title?: string; readonly items: readonly MenuItem[] };

const content = 'appear z-50 min-w-52 max-w-80 rounded-md border border-line bg-raised p-1 text-13';
const row =
  'flex min-h-7 select-none items-center gap-2 rounded-sm px-2 outline-none data-[highlighted]:bg-hover data-[disabled]:text-text-3';

function Row({ item }: { readonly item: MenuItem }): ReactNode {
  const reason = item.disabled?.() ?? null;
  const Icon = item.icon ?? null;
  return (
    <>
      <span aria-hidden className="grid size-4 shrink-0 place-items-center text-text-3">
        {item.isChecked === true ? '✓' : Icon !== null && <Icon size={14} />}
      </span>
      <span className="min-w-0 flex-1">
        {item.title}
        {reason !== null && <span className="block text-11 text-text-3">{reason}</span>}
      </span>
      {typeof item.shortcut === 'string' && <Kbd keys={item.shortcut} />}
    </>
  );
}

type MenuProps = {
  readonly sections: readonly MenuSection[];
  /** The trigger. */
  readonly children: ReactNode;
};

export const Menu = ({
  sections,
  children,
  align,
}: MenuProps & { readonly align?: 'start' | 'end' }): ReactNode => (
  <Dropdown.Root>
    <Dropdown.Trigger asChild>{children}</Dropdown.Trigger>
    <Dropdown.Portal>
      <Dropdown.Content sideOffset={4} align={align ?? 'start'} collisionPadding={8} className={content}>
        {sections.map((section, index) => (
          <Dropdown.Group key={section.title ?? index}>
            {index > 0 && <Dropdown.Separator className="my-1 h-px bg-line" />}
            {section.title !== undefined && (
              <Dropdown.Label className="px-2 py-1 text-11 text-text-3">{section.title}</Dropdown.Label>
            )}
            {section.items.map((item) => (
              <Dropdown.Item
                key={item.id}
                className={row}
                disabled={(item.disabled?.() ?? null) !== null}
                onSelect={() => void item.run()}
              >
                <Row item={item} />
              </Dropdown.Item>
            ))}
          </Dropdown.Group>
        ))}
      </Dropdown.Content>
    </Dropdown.Portal>
  </Dropdown.Root>
);

/** The same items on the right mouse button, and on the keyboard's menu key. */
export const ContextMenu = ({ sections, children }: MenuProps): ReactNode => (
  <Context.Root>
    <Context.Trigger asChild>{children}</Context.Trigger>
    <Context.Portal>
      <Context.Content collisionPadding={8} className={content}>
        {sections.map((section, index) => (
          <Context.Group key={section.title ?? index}>
            {index > 0 && <Context.Separator className="my-1 h-px bg-line" />}
            {section.title !== undefined && (
              <Context.Label className="px-2 py-1 text-11 text-text-3">{section.title}</Context.Label>
            )}
            {section.items.map((item) => (
              <Context.Item
                key={item.id}
                className={row}
                disabled={(item.disabled?.() ?? null) !== null}
                onSelect={() => void item.run()}
              >
                <Row item={item} />
              </Context.Item>
            ))}
          </Context.Group>
        ))}
      </Context.Content>
    </Context.Portal>
  </Context.Root>
);
