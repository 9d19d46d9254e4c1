import type { Place } from './sheet.tsx';

// Edges of lines are smoothed a little differently from one processor to another.
const SAME_WITHIN = 48;
// Pixels of a view: an edge that another processor draws otherwise, and less than a word that has moved.
const MOST_OTHER = 60;

/** A picture, and where each view stands on it. */
export interface Sheet {
  /** A PNG. */
  readonly base64: string;
  readonly places: readonly Place[];
}

/** Views of which more is otherwise than two machines differ by, with what is. Where on its sheet a view stands is all the same. */
export async function differences(kept: Sheet, drawn: Sheet): Promise<readonly string[]> {
  const [before, now] = await Promise.all([pixelsOf(kept.base64), pixelsOf(drawn.base64)]);
  const gone = kept.places.filter(({ name }) => !drawn.places.some((place) => place.name === name));
  return [
    ...gone.map(({ name }) => `${name}: is gone`),
    ...drawn.places.flatMap((place) => {
      const old = kept.places.find(({ name }) => name === place.name);
      const what = old ? differenceOf(before, old, now, place) : 'is new';
      return what === null ? [] : [`${place.name}: ${what}`];
    }),
  ];
}

function differenceOf(before: ImageData, old: Place, now: ImageData, place: Place): string | null {
  const sizes = [place, old].map(({ width, height }) => `${width} by ${height}`);
  if (sizes[0] !== sizes[1]) return `is ${sizes[0]} instead of ${sizes[1]}`;
  let others = 0;
  for (let y = 0; y < place.height; y++) {
    for (let x = 0; x < place.width; x++) {
      const [then, at] = [indexOf(before, old, x, y), indexOf(now, place, x, y)];
      if (isOther(before.data, then, now.data, at)) others++;
    }
  }
  return others > MOST_OTHER ? `${others} pixels look otherwise` : null;
}

function indexOf({ width }: ImageData, { left, top }: Place, x: number, y: number): number {
  return ((top + y) * width + left + x) * 4;
}

function isOther(before: ImageData['data'], then: number, now: ImageData['data'], at: number): boolean {
  for (let part = 0; part < 3; part++) {
    if (Math.abs((before[then + part] ?? -255) - (now[at + part] ?? -255)) > SAME_WITHIN) return true;
  }
  return false;
}

async function pixelsOf(base64: string): Promise<ImageData> {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}
