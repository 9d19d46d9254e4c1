import { listenToButtons } from './buttons/button-events.ts';
import { createButtonLayer } from './buttons/button-layer.ts';
import { createClickGuard } from './buttons/click-guard.ts';
import { createExposure } from './buttons/exposure.ts';
import { createKeyboardWalk } from './buttons/keyboard-walk.ts';
import { createPageHits } from './buttons/page-hits.ts';
import { followPointing } from './buttons/pointing.ts';
import { createTapExposure } from './buttons/tap-exposure.ts';
import { createVeils } from './buttons/veils.ts';
import { createNumberBoxes } from './numbers/number-box.ts';
import { numbersInOrder } from './numbers/number-walk.ts';
import { type AttachRoot, attachClosedRoot, createOverlayHost } from './overlay/overlay-host.ts';
import type { PageDial, PageDialer, PageDialerOptions } from './page-contract.ts';
import { createLateRoots } from './roots/late-roots.ts';
import { openShadowRootOf, type ShadowRootOf } from './roots/shadow-roots.ts';
import { createNumberReader } from './scan/number-reader.ts';
import { createNumberScan } from './scan/number-scan.ts';
import { createWorkSlices } from './timing/work-slices.ts';
import { renewWithDocument } from './watch/document-renewal.ts';
import { createFieldFocus } from './watch/field-focus.ts';
import { createLabelWatch } from './watch/label-watch.ts';
import { watchLayout } from './watch/layout-watch.ts';
import { createPageWatch } from './watch/page-watch.ts';
import { createWatchedStore } from './watched-store.ts';

/**
 * Finds the phone numbers of a document, marks them and offers a button for each that is visible, until the signal is
 * aborted; then the document is as it was. No node of the page is changed; one element of Dialside's own stands under the
 * document element. `onDial` is called for a person's own click or key only.
 */
export function startPageDialer(options: PageDialerOptions, attachRoot: AttachRoot = attachClosedRoot): PageDialer {
  return renewWithDocument(options, (current) => startOnDocument(current, attachRoot));
}

function startOnDocument(options: PageDialerOptions, attachRoot: AttachRoot): PageDialer {
  const { document, signal, onError = reportError } = options;
  const overlay = createOverlayHost(document, signal, attachRoot);
  if (options.labels.language) overlay.layer.lang = options.labels.language;
  if (options.appearance) overlay.show(options.appearance);
  const shadowRootOf = exceptOf(overlay.host, options.shadowRootOf ?? openShadowRootOf);
  const boxes = createNumberBoxes(document);
  const hits = createPageHits(document, overlay.host, shadowRootOf);
  const exposure = createExposure(signal, createVeils(document, overlay.host, shadowRootOf));
  const taps = createTapExposure(signal);
  const layer = createButtonLayer({ ...options, overlay, boxes, hits, exposure, taps });
  const { store, checkReach } = createWatchedStore(document, signal, layer, options.marksStyled ?? false);
  const labels = createLabelWatch();
  const fields = createFieldFocus({ signal, host: overlay.host, onChange: readField });
  const { findNumbers, regions, notNumbers } = options;
  const reader = createNumberReader(findNumbers, regions, notNumbers, labels.onAsked, fields.isAttended);
  const slices = createWorkSlices(signal, onError);
  const scan = createNumberScan({
    document,
    reader,
    store,
    shadowRootOf,
    onShadowRoot(root) {
      lateRoots.onRead(root);
      watch.watch(root);
    },
    onRootless: (element) => lateRoots.onRootless(element),
  });
  function readField(field: HTMLInputElement): void {
    const number = reader.inField(field);
    if (number !== null || store.isLinkOrField(field)) store.setAt(field, number);
  }
  const readLateRoots = () => slices.add(scan.readLateShadowRoots(document));
  const lateRoots = createLateRoots({ signal, shadowRootOf, onLate: readLateRoots });
  const lookAfresh = () => {
    lateRoots.look();
    layer.lookAfresh();
  };
  const watch = createPageWatch({
    signal,
    scan,
    store,
    labels,
    lateRoots,
    slices,
    isOurs: (node) => node === overlay.host,
    onChange() {
      options.onActivity?.();
      lookAfresh();
    },
  });
  const walk = createKeyboardWalk({ document, host: overlay.host, shadowRootOf, store, layer });
  watchLayout({
    document,
    signal,
    onMove: layer.look,
    onScroll: layer.ride,
    onChange: lookAfresh,
    onTopLayer(target) {
      if (target === overlay.host) return;
      overlay.raise();
      checkReach();
    },
    onScript: readLateRoots,
  });
  followPointing({
    document,
    signal,
    host: overlay.host,
    store,
    boxes,
    hits,
    shadowRootOf,
    layer,
    onPath(path) {
      options.onActivity?.();
      lateRoots.lookAt(path);
    },
    onField: readField,
    onFieldFocus: fields.attend,
  });
  const guard = createClickGuard({ document, overlay, boxes, hits, exposure, taps });
  listenToButtons({
    ...options,
    overlay,
    layer,
    guard,
    reader,
    onWalk: walk.go,
    // Where the browser cannot tell what is painted over a button, nothing may be above it from now on.
    onReach: () => !exposure.canTell && overlay.raise(),
    onLeave: walk.leave,
  });
  watch.watch(document);
  slices.add(scan.readFrom(document));
  return {
    showDial: layer.showDial,
    showRefusal: layer.showRefusal,
    setMode: layer.setMode,
    focusNumber: walk.go,
    numbersInOrder: () => eachOnce(numbersInOrder(store.all)),
    isOnlyNumber: (e164) => [...store.all].every((number) => number.e164 === e164),
  };
}

function eachOnce(numbers: readonly PageDial[]): PageDial[] {
  const first = new Map<string, PageDial>();
  for (const { e164, extension } of numbers) if (!first.has(e164)) first.set(e164, { e164, extension });
  return [...first.values()];
}

/** Dialside's own root is no part of the page: what it draws must neither be read nor taken for a change. */
function exceptOf(host: Element, shadowRootOf: ShadowRootOf): ShadowRootOf {
  // Left as it is: the scan knows by it that no closed root can be found.
  if (shadowRootOf === openShadowRootOf) return shadowRootOf;
  return (element) => (element === host ? null : shadowRootOf(element));
}
