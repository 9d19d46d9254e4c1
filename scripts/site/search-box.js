import { findEntries } from './search-entries.js';

/** Searches the site in the browser: the list of what there is comes with the site, and is fetched at the first key. */
const box = document.querySelector('.search');
const input = box.querySelector('input');
const list = box.querySelector('ol');
const count = box.querySelector('.count');
let entries = null;

box.hidden = false;
input.addEventListener('input', async () => {
  entries ??= fetch('search.json').then((answer) => answer.json());
  show(findEntries(await entries, input.value));
});
box.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) walk(event, step);
});
box.addEventListener('focusout', ({ relatedTarget }) => {
  if (!box.contains(relatedTarget)) list.hidden = true;
});
input.addEventListener('focus', () => {
  list.hidden = list.children.length === 0;
});

function show(found) {
  list.replaceChildren(...found.map(item));
  list.hidden = found.length === 0;
  count.textContent = input.value.trim() === '' ? '' : `${found.length || 'Nothing'} found`;
}

function item({ address, page, heading }) {
  const link = document.createElement('a');
  link.className = 'found';
  link.href = address;
  link.textContent = heading === page ? page : `${page}: ${heading}`;
  const line = document.createElement('li');
  line.append(link);
  return line;
}

function walk(event, step) {
  const stops = [input, ...list.querySelectorAll('a')];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function close() {
  input.value = '';
  show([]);
  input.focus();
}
