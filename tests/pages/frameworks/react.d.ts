/** As much of React as the framework pages use. */
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
