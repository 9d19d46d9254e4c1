import { createElement } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type Building, type Framework, viewOf } from './contact-list.ts';

/** What every version of React offers. */
export interface ReactBindings {
  createElement(type: unknown, props: object | null, ...children: unknown[]): unknown;
  createPortal(children: unknown, container: Element): unknown;
  flushSync(work: () => void): void;
  createRoot(container: Element): { render(tree: unknown): void; unmount(): void };
}

export function reactFramework(name: string, bindings: ReactBindings, list?: Building['list']): Framework {
  const building: Building = {
    create: (type, props, ...children) => bindings.createElement(type, reactProps(props), ...children),
    portal: (tree) => bindings.createPortal(tree, document.body),
    ...(list && { list }),
  };
  return {
    name,
    async mount(container) {
      const root = bindings.createRoot(container);
      return {
        show: async (state) => bindings.flushSync(() => root.render(viewOf(building, state))),
        unmount: () => root.unmount(),
      };
    },
  };
}

/** React wants styles as objects. */
function reactProps(props: Record<string, unknown> | null): Record<string, unknown> {
  const { style, readonly: _, ...rest } = props ?? {};
  return style ? { ...rest, style: { height: 30, width: 420 } } : rest;
}

export const REACT_19: ReactBindings = { createElement, createPortal, flushSync, createRoot };

export const react19 = reactFramework('React 19', REACT_19);
