import { contacts } from './contacts.js';

const id = new URLSearchParams(location.search).get('id');
const all = await contacts();
const contact = all.find((one) => one.id === id) ?? all[0];

const [firstName, ...lastNames] = contact.name.split(' ');
document.getElementById('name').replaceChildren(part('first', firstName), ' ', part('last', lastNames.join(' ')));
document.getElementById('company').textContent = `${contact.company}, ${contact.country}`;
const facts = {
  Phone: contact.phone,
  Invoice: contact.invoice,
  Due: contact.due,
  'Customer id': contact.id,
  'E-mail': contact.email,
};
for (const [term, text] of Object.entries(facts)) {
  const dt = document.createElement('dt');
  const dd = document.createElement('dd');
  dt.textContent = term;
  dd.textContent = text;
  dd.id = term.toLowerCase().replace(' ', '-');
  document.getElementById('facts').append(dt, dd);
}

function part(id, text) {
  const span = document.createElement('span');
  span.id = id;
  span.textContent = text;
  return span;
}
