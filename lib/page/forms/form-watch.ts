/** What a frame's script can say of its forms. Nothing of what is typed is in it. */
export interface FormState {
  /** The page has been watched since it came: what was typed before is not known otherwise. */
  readonly isWhole: boolean;
  /** Something that a person has typed or chosen stands in a field of the page. */
  readonly isTouched: boolean;
  /** How many frames in it can be seen. */
  readonly seenFrames: number;
  readonly isSeen: boolean;
  readonly isTop: boolean;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// A frame that is no larger measures something or speaks to its site, and holds no form.
const SEEN_PX = 1;

/**
 * Notes in which fields of the page a person has typed, from now on until `signal` aborts; the returned function says how it
 * stands. Nothing of the page is changed, and no value leaves it.
 */
export function watchForms(window: Window, signal: AbortSignal): () => FormState {
  const { document } = window;
  const isWhole = document.readyState === 'loading';
  const typed = new Set<WeakRef<Node>>();
  const note = (event: Event) => {
    const [target] = event.composedPath();
    // What a script of the page reports was typed by nobody.
    if (event.isTrusted && isNode(target) && ![...typed].some((each) => each.deref() === target))
      typed.add(new WeakRef(target));
  };
  for (const name of ['input', 'change']) window.addEventListener(name, note, { capture: true, passive: true, signal });

  return () => {
    for (const each of typed) if (!each.deref()?.isConnected) typed.delete(each);
    const isTyped = [...typed].some((each) => isFilled(each.deref()));
    return {
      isWhole,
      isTouched: isTyped || [...document.querySelectorAll<Field>(FIELDS)].some(differs),
      seenFrames: [...document.querySelectorAll<HTMLElement>('iframe, frame, object, embed')].filter(
        ({ clientWidth, clientHeight }) => clientWidth > SEEN_PX && clientHeight > SEEN_PX,
      ).length,
      isSeen: window.innerWidth > SEEN_PX && window.innerHeight > SEEN_PX,
      isTop: window === window.top,
    };
  };
}

const FIELDS = 'input, textarea, select';
/** Nobody types into these; a box and its like are told by what is ticked. */
const NO_TEXT: ReadonlySet<string> = new Set(['hidden', 'button', 'submit', 'reset', 'image']);

/** A text that was typed and taken out again is none. */
function isFilled(node: Node | undefined): boolean {
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) return node.value !== '';
  if (node instanceof HTMLElement && node.isContentEditable) return node.textContent.trim() !== '';
  // A list; or an element of the page's own, whose field lies where nobody can look.
  return node !== undefined;
}

/** Also what the browser has filled in again tells of no event: it differs from what the page came with. */
function differs(field: Field): boolean {
  if (field.disabled || !field.checkVisibility({ visibilityProperty: true })) return false;
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    const isSet = options.some(({ defaultSelected }) => defaultSelected);
    return isSet && options.some(({ selected, defaultSelected }) => selected !== defaultSelected);
  }
  if (field.readOnly || NO_TEXT.has(field.type)) return false;
  return isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function isTicked(node: Element): node is HTMLInputElement {
  return node instanceof HTMLInputElement && (node.type === 'checkbox' || node.type === 'radio');
}

function isNode(target: EventTarget | undefined): target is Node {
  return target instanceof Node;
}
