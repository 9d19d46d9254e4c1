import { contacts } from './contacts.js';

const LANES = ['To call', 'Waiting', 'Done'];
const all = await contacts();
let turn = 0;

/** Replaces every node, as a single-page application does whose state changed. */
function draw() {
  const lanes = LANES.map((title, lane) => {
    const section = document.createElement('section');
    section.className = 'card';
    section.innerHTML = `<strong>${title}</strong>`;
    const mine = all.filter((_, index) => (index + turn) % LANES.length === lane);
    section.append(...mine.map(ticket));
    return section;
  });
  document.getElementById('lanes').replaceChildren(...lanes);
  document.getElementById('clock').textContent = `Drawn ${turn + 1} times.`;
  turn += 1;
}

function ticket(contact) {
  const box = document.createElement('div');
  box.className = 'ticket';
  box.dataset.contact = contact.id;
  const name = document.createElement('b');
  name.textContent = contact.name;
  box.append(name, contact.phone);
  return box;
}

draw();
setInterval(draw, 3000);
