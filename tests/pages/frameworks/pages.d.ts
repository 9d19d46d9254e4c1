/** What the framework pages import that is not TypeScript. */
declare module '*.svelte' {
  import type { Component } from 'svelte';

  const component: Component<Record<string, unknown>>;
  export default component;
}

declare module '*?url' {
  const url: string;
  export default url;
}

/** As much of React as the pages use. */
declare module 'react' {
  export function createElement(type: unknown, props: object | null, ...children: unknown[]): unknown;
}

declare module 'react-dom' {
  export function createPortal(children: unknown, container: Element): unknown;
  export function flushSync(work: () => void): void;
}

declare module 'react-dom/client' {
  export function createRoot(container: Element): { render(tree: unknown): void; unmount(): void };
}
