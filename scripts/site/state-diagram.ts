import { Graphviz } from '@hpcc-js/wasm-graphviz';

/** Draws Mermaid state diagrams of the plain kind that docs/architecture holds as SVG, in the colours of the text around. */
export type DrawDiagram = (mermaid: string) => string;

/** Loads Graphviz, a WebAssembly module that reaches no network. */
export async function createDrawDiagram(): Promise<DrawDiagram> {
  const graphviz = await Graphviz.load();
  return (mermaid) => inPageColours(graphviz.layout(dotOf(mermaid), 'svg', 'dot'));
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** @throws on a line that is no arrow, so that nothing of a diagram is left out without a word */
function arrowOf(line: string): Arrow {
  const [, from, to, label = ''] = /^\s*(\S+) --> (\S+?)(?:: (.*))?$/.exec(line) ?? [];
  if (!from || !to) throw new Error(`This is no arrow between states: ${line}`);
  return { from, to, label };
}

function dotOf(mermaid: string): string {
  const [kind, ...lines] = mermaid.trim().split('\n');
  if (kind !== 'stateDiagram-v2') throw new Error(`Only state diagrams are drawn, not ${kind}`);
  const arrows = lines.filter((line) => line.trim() !== '').map(arrowOf);
  // The same sign stands for the beginning before an arrow and for the end behind it.
  const edges = arrows.map(({ from, to, label }) => {
    const ends = [from === '[*]' ? 'begin' : from, to === '[*]' ? 'end' : to].map((name) => JSON.stringify(name));
    return `${ends.join(' -> ')} [label=${JSON.stringify(` ${label.replaceAll(', ', '\n')}`)}]`;
  });
  return [
    'digraph {',
    'bgcolor=transparent; nodesep=0.3; ranksep=0.5; edge [fontname="Helvetica" fontsize=10]',
    'node [shape=box style=rounded fontname="Helvetica" fontsize=12]',
    'begin [shape=circle style=filled fillcolor=black label="" width=0.2]',
    'end [shape=doublecircle style=filled fillcolor=black label="" width=0.15]',
    ...edges,
    '}',
  ].join('\n');
}

/** Without the document's head, which is not for a page, and with its black as whatever colour the text has. */
function inPageColours(svg: string): string {
  return svg
    .slice(svg.indexOf('<svg'))
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/<title>[\s\S]*?<\/title>\n?/g, '')
    .replaceAll('"black"', '"currentColor"')
    .replaceAll('<text ', '<text fill="currentColor" ')
    .replace('<svg ', '<svg aria-hidden="true" ');
}
