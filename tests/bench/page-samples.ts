/** The pages that are measured, and what is done to them; runs inside the page. */

const SURNAMES = ['Miller', 'Ortega', 'Novak', 'Tanaka', 'Okafor', 'Dubois', 'Schmidt', 'Rossi'];

function cellText(index: number): string {
  if (index % 100 === 7) return `(415) 237-${1000 + Math.floor(index / 100)}`;
  switch (index % 10) {
    case 0:
      return `SO-2026-${String(index).padStart(6, '0')}`;
    case 2:
      return `2026-0${1 + (index % 9)}-1${index % 10} 14:3${index % 10}`;
    case 4:
      return `$${(index % 5000) + 0.5}`;
    case 6:
      return `192.168.${index % 255}.${(index * 7) % 255}`;
    default:
      return `${SURNAMES[index % 8]} ${String.fromCharCode(65 + (index % 26))}.`;
  }
}

/** Cells like those of a CRM, ten a row; one in a hundred is a phone number, each another one. */
export function showTable(cells: number): void {
  const table = document.createElement('table');
  for (let row = 0; row < cells / 10; row++) {
    const line = table.insertRow();
    for (let column = 0; column < 10; column++) line.insertCell().append(cellText(row * 10 + column));
  }
  document.body.replaceChildren(table);
  document.body.getBoundingClientRect();
}

/** 1 000 numbers in lines of 25 px, so that a viewport of 1 500 px shows 60. */
export function showList(): void {
  document.body.style.margin = '0';
  document.body.replaceChildren(
    ...Array.from({ length: 1000 }, (_, row) => {
      const line = document.createElement('div');
      line.style.cssText = 'height:25px;font:14px/25px sans-serif';
      line.append(`${SURNAMES[row % 8]} (415) 237-${1000 + row}`);
      return line;
    }),
  );
}

/** What a list of contacts shows: a number in each row, beside a name, a date and an order. */
export function showContacts(rows: number): void {
  const table = document.createElement('table');
  for (let row = 0; row < rows; row++) {
    const cells = [
      `${SURNAMES[row % 8]} ${String.fromCharCode(65 + (row % 26))}.`,
      `(415) 237-${1000 + row}`,
      `2026-0${1 + (row % 9)}-1${row % 10} 14:3${row % 10}`,
      `SO-2026-${String(row).padStart(6, '0')}`,
    ];
    const line = table.insertRow();
    for (const cell of cells) line.insertCell().append(cell);
  }
  document.body.replaceChildren(table);
  document.body.getBoundingClientRect();
}

/** Adds lines to the page's end, one in each frame. */
export async function addLines(count: number): Promise<void> {
  for (let line = 0; line < count; line++) {
    const said = document.createElement('p');
    said.append(`${SURNAMES[line % 8]} has joined.`);
    document.body.append(said);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Draws something small beside what is there, once in each frame: the least that anybody who shows anything makes the browser do. */
export async function addElements(frames: number): Promise<void> {
  for (let frame = 0; frame < frames; frame++) {
    const element = document.createElement('div');
    element.style.cssText = 'position:fixed;left:0;top:0;width:9px;height:9px;background:green';
    document.documentElement.append(element);
    await pause(100);
    element.remove();
  }
}

/** Counts the tasks of more than 50 ms, ours and the browser's. */
export function countLongTasks(): { take(): number } {
  let count = 0;
  const observer = new PerformanceObserver((list) => {
    count += list.getEntries().length;
  });
  observer.observe({ type: 'longtask' });
  return {
    take() {
      const taken = count + observer.takeRecords().length;
      count = 0;
      return taken;
    },
  };
}

/** The physical floor: every text node visited and read, nothing else. */
export function bareWalkMs(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) length += (text as Text).data.length;
  const ms = performance.now() - start;
  if (length === 0) throw new Error('there was nothing to walk');
  return ms;
}

/** The least that any finder written in script does: every text visited, read, and looked through for its first digit. */
export function leastReadMs(): number {
  const start = performance.now();
  const texts = document.createNodeIterator(document.body, NodeFilter.SHOW_TEXT);
  let withDigit = 0;
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const { data } = text as Text;
    for (let at = 0; at < data.length; at++) {
      const code = data.charCodeAt(at);
      if (code < 48 || code > 57) continue;
      withDigit++;
      break;
    }
  }
  const ms = performance.now() - start;
  if (withDigit === 0) throw new Error('there was nothing to read');
  return ms;
}

const BATCHES = 100;
const TEXTS_A_BATCH = 100;

/** 10 000 texts, each in an element of its own, in 100 batches, a task each; one in a hundred is a phone number. */
export async function storm(): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch++) {
    const row = document.createElement('div');
    for (let text = 0; text < TEXTS_A_BATCH; text++) {
      const cell = document.createElement('div');
      cell.append(cellText(batch * TEXTS_A_BATCH + text));
      row.append(cell);
    }
    document.body.append(row);
    await nextTask();
  }
}

/**
 * The longest frame of what the page does by itself, in milliseconds: each asks for its height, and so lays out what was added since the
 * last. Whoever draws beside what is there waits for that, too.
 */
export async function longestOwnFrameMs(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let isOver = false;
  const nextFrame = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const start = performance.now();
        height += document.documentElement.scrollHeight;
        longest = Math.max(longest, performance.now() - start);
        resolve();
      });
    });
  let height = 0;
  const frames = (async () => {
    while (!isOver) await nextFrame();
  })();
  await work();
  isOver = true;
  await frames;
  if (height === 0) throw new Error('there was nothing to lay out');
  return longest;
}

/** As it was before anybody timed it: the page's own tasks are no slices. */
const Channel = MessageChannel;

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new Channel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
