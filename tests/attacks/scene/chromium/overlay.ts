import type { CDPSession, Page } from '@playwright/test';
import type { Box, PageButton } from '../../../e2e/fixtures/page-buttons.ts';
import type { Overlay } from '../scene-page.ts';

interface DomNode {
  readonly nodeId: number;
  readonly attributes?: string[];
  readonly children?: DomNode[];
  readonly shadowRoots?: DomNode[];
  readonly contentDocument?: DomNode;
}

/** What Dialside shows in a page, by the browser's debugger. */
export async function overlayOf(page: Page): Promise<Overlay> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const inside = [...shadowNodes(root, false)];
    const [buttons, words] = await Promise.all([
      Promise.all(inside.filter((node) => attribute(node, 'class') === 'dial').map((node) => buttonOf(session, node))),
      Promise.all(inside.filter((node) => attribute(node, 'class') === 'bubble').map((node) => wordsOf(session, node))),
    ]);
    return { buttons: buttons.filter((button) => button !== null), words: words.find((one) => one !== null) ?? null };
  } finally {
    await session.detach();
  }
}

function* shadowNodes(node: DomNode, isInside: boolean): Generator<DomNode> {
  if (isInside) yield node;
  for (const root of node.shadowRoots ?? []) yield* shadowNodes(root, true);
  for (const child of node.children ?? []) yield* shadowNodes(child, isInside);
  if (node.contentDocument) yield* shadowNodes(node.contentDocument, false);
}

function attribute({ attributes = [] }: DomNode, name: string): string | null {
  const at = attributes.indexOf(name);
  return at < 0 ? null : (attributes[at + 1] ?? '');
}

async function buttonOf(session: CDPSession, node: DomNode): Promise<PageButton | null> {
  const box = await boxOf(session, node);
  return box && { label: attribute(node, 'aria-label') ?? '', box };
}

async function wordsOf(session: CDPSession, node: DomNode): Promise<Overlay['words']> {
  const box = await boxOf(session, node);
  const text = await textIn(session, node);
  return box && text !== null ? { text, box } : null;
}

/** Null for what has gone since it was listed. */
async function textIn(session: CDPSession, { nodeId }: DomNode): Promise<string | null> {
  try {
    return (await session.send('DOM.getOuterHTML', { nodeId })).outerHTML.replace(/<[^>]*>/g, ' ');
  } catch {
    return null;
  }
}

/** Null for what is not drawn, or gone since it was listed. */
async function boxOf(session: CDPSession, { nodeId }: DomNode): Promise<Box | null> {
  try {
    const { model } = await session.send('DOM.getBoxModel', { nodeId });
    const [x = 0, y = 0] = model.border;
    return { x, y, width: model.width, height: model.height };
  } catch {
    return null;
  }
}
