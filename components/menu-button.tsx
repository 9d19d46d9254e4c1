import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** Shown before the label, for example a pause code. */
  readonly mark?: string;
  /** Why it has no effect now; it can be reached all the same. */
  readonly reason?: string | null;
}

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly disabled?: boolean;
  /** Words of the button itself; without them it is an arrow that has only its label. */
  readonly children?: ComponentChildren;
  /** The class of a button with words of its own. */
  readonly look?: string;
  readonly onChoose: (id: string) => void;
}

/** A button that opens a list of commands: arrows, Home, End and first letters walk, Enter chooses, Escape closes. */
export function MenuButton(props: MenuButtonProps) {
  const { label, items, disabled = false, children, look = 'link menu-words', onChoose } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();

  useLayoutEffect(() => {
    if (open) root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = ({ id, reason }: MenuItem) => {
    if (reason) return;
    close();
    onChoose(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (moveFocus(root.current, event.key)) event.preventDefault();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget))) setOpen(false);
  };

  return (
    <div class="menu-root" ref={root} onFocusOut={onFocusOut}>
      <button
        type="button"
        class={children ? look : 'button icon-only'}
        ref={button}
        aria-label={children ? undefined : label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        disabled={disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => event.key === 'ArrowDown' && setOpen(true)}
      >
        {children}
        <Icon name="chevron" />
      </button>
      {open && (
        <div class="menu" role="menu" id={menuId} aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={Boolean(item.reason)}
              onClick={() => choose(item)}
            >
              {item.mark && <code>{item.mark}</code>}
              <span>
                {item.label}
                {item.reason && <small>{item.reason}</small>}
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** True when the key moved the focus inside the menu. */
function moveFocus(root: HTMLElement | null, key: string): boolean {
  const items = [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const now = items.findIndex((item) => item.matches(':focus'));
  const next = targetOf(items, now, key);
  if (!next) return false;
  next.focus();
  return true;
}

function targetOf(items: readonly HTMLElement[], now: number, key: string): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(now + 1) % items.length];
    case 'ArrowUp':
      return items.at(now - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return key.length === 1 ? startingWith([...items.slice(now + 1), ...items.slice(0, now + 1)], key) : undefined;
  }
}

function startingWith(items: readonly HTMLElement[], letter: string): HTMLElement | undefined {
  return items.find((item) => item.textContent?.toLowerCase().startsWith(letter.toLowerCase()));
}
