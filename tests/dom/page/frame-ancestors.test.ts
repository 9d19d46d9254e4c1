import { expect, it } from 'vitest';
import { frameAncestors } from '../../../lib/frame/frame-ancestors.ts';

/** A frame of this page, whose own frame is `inner`; told as by a browser with the list of the pages around, or without. */
function viewIn(parents: readonly (string | null)[], list?: readonly string[]): Window {
  const views = [null, ...parents].map((origin) => ({
    location: {
      get origin() {
        if (origin === null) throw new DOMException('of another origin', 'SecurityError');
        return origin;
      },
      ancestorOrigins: list,
    },
    parent: null as unknown,
  }));
  for (const [index, view] of views.entries()) view.parent = views[index + 1] ?? view;
  return views[0] as unknown as Window;
}

it.each<[string, Window, readonly string[]]>([
  ['a page in a tab of its own', viewIn([]), []],
  ['where the browser lists them', viewIn([null], ['https://a.example', 'null']), ['https://a.example', 'null']],
  ['where it does not, and they are of the same origin', viewIn(['https://a.example']), ['https://a.example']],
  ['where it does not, and they are of others', viewIn(['https://a.example', null]), ['https://a.example', 'null']],
])('the pages around a frame are told: %s', (_where, view, around) => expect(frameAncestors(view)).toEqual(around));

it('the browser’s own list is as long as the frame is deep', () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  expect(frameAncestors(frame.contentWindow!)).toHaveLength(frameAncestors(window).length + 1);
  frame.remove();
});
