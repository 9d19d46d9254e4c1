import { createApp, h, nextTick, shallowRef, Teleport, type VNode } from 'vue';
import { type Building, type Framework, type ViewState, viewOf } from './contact-list.ts';

const building: Building = {
  create: (type, props, ...children) => h(type, props, children.flat() as VNode[]),
  portal: (tree) => h(Teleport, { key: 'portal', to: 'body' }, [tree as VNode]),
};

export const vue: Framework = {
  name: 'Vue 3',
  async mount(container) {
    const state = shallowRef<ViewState | null>(null);
    const app = createApp(() => state.value && (viewOf(building, state.value) as VNode));
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
