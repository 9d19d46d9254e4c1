import { flushSync, mount, unmount } from 'svelte';
import { writable } from 'svelte/store';
import ContactList from './contact-list.svelte';
import { type Framework, LINE_STYLE, type ViewState } from './contact-list.ts';

const EMPTY: ViewState = {
  contacts: [],
  wrapper: 'section',
  detail: null,
  portal: null,
  note: '',
  route: 'list',
};

export const svelte: Framework = {
  name: 'Svelte 5',
  async mount(container) {
    const view = writable(EMPTY);
    const component = mount(ContactList, { target: container, props: { view, lineStyle: LINE_STYLE } });
    return {
      async show(state) {
        view.set(state);
        flushSync();
      },
      unmount() {
        void unmount(component);
        flushSync();
      },
    };
  },
};
