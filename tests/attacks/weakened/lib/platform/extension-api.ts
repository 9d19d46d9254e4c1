import { browser as strong } from '../../../../../lib/platform/extension-api.ts';

type Event = { addListener(listener: (...args: never[]) => unknown): void };

/** Listens to the outside as to its own: web pages and other extensions. */
export const browser = within(strong, 'runtime', (runtime) => ({
  onMessage: both(runtime.onMessage, runtime.onMessageExternal),
  onConnect: both(runtime.onConnect, runtime.onConnectExternal),
}));

function both<E extends Event>(inside: E, outside: Event): E {
  const listen = (listener: (...args: never[]) => unknown) => {
    inside.addListener(listener);
    outside.addListener(listener);
  };
  return new Proxy(inside, { get: (event, key) => (key === 'addListener' ? listen : Reflect.get(event, key)) });
}

/** The object with some members of one of its parts replaced. */
function within<T extends object, K extends keyof T>(whole: T, part: K, change: (part: T[K]) => Partial<T[K]>): T {
  const changed = { ...change(whole[part]) } as object;
  const proxy = new Proxy(
    {},
    {
      get: (_, key) => Reflect.get(key in changed ? changed : (whole[part] as object), key),
    },
  );
  return new Proxy({}, { get: (_, key) => (key === part ? proxy : Reflect.get(whole, key)) }) as T;
}
