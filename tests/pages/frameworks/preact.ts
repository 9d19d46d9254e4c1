import { h, render, type VNode } from 'preact';
import { createPortal } from 'preact/compat';
import { type Building, type Framework, viewOf } from './contact-list.ts';

const building: Building = {
  create: (type, props, ...children) => h(type, props, ...(children as VNode[])),
  portal: (tree) => createPortal(tree as VNode, document.body),
};

export const preact: Framework = {
  name: 'Preact',
  async mount(container) {
    return {
      show: async (state) => render(viewOf(building, state) as VNode, container),
      unmount: () => render(null, container),
    };
  },
};
