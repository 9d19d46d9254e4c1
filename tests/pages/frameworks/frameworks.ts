import { h as preactCreate, render as preactRender } from 'preact';
import { createPortal as preactPortal } from 'preact/compat';
import { createElement as reactCreate } from 'react';
import { flushSync, createPortal as reactPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createApp, nextTick, shallowRef, Teleport, type VNode, h as vueCreate } from 'vue';
import { type Framework, type ViewState, viewOf } from './contact-list.ts';

/** React wants styles as objects. */
function reactProps(props: Record<string, unknown> | null): Record<string, unknown> {
  const { style, readonly: _, ...rest } = props ?? {};
  return style ? { ...rest, style: { height: 30, width: 420 } } : rest;
}

const react: Framework = {
  name: 'React 19',
  mount(container) {
    const root = createRoot(container);
    const create = (type: string, props: Record<string, unknown> | null, ...children: unknown[]) =>
      reactCreate(type, reactProps(props), ...children);
    const portal = (tree: unknown) => reactPortal(tree, document.body);
    return {
      show: async (state) => flushSync(() => root.render(viewOf(create, portal, state))),
      unmount: () => root.unmount(),
    };
  },
};

const preact: Framework = {
  name: 'Preact',
  mount(container) {
    const create = (type: string, props: Record<string, unknown> | null, ...children: unknown[]) =>
      preactCreate(type, props, ...(children as never[]));
    const portal = (tree: unknown) => preactPortal(tree as never, document.body);
    return {
      show: async (state) => preactRender(viewOf(create, portal, state) as never, container),
      unmount: () => preactRender(null, container),
    };
  },
};

const vue: Framework = {
  name: 'Vue 3',
  mount(container) {
    const state = shallowRef<ViewState | null>(null);
    const create = (type: string, props: Record<string, unknown> | null, ...children: unknown[]) =>
      vueCreate(type, props, children.flat() as VNode[]);
    const portal = (tree: unknown) => vueCreate(Teleport, { key: 'portal', to: 'body' }, [tree as VNode]);
    const app = createApp(() => state.value && (viewOf(create, portal, state.value) as VNode));
    app.mount(container);
    return {
      async show(next) {
        state.value = next;
        await nextTick();
      },
      unmount: () => app.unmount(),
    };
  },
};

/** The frameworks whose updates Dialside must never get in the way of. */
export const FRAMEWORKS: readonly Framework[] = [react, preact, vue];
