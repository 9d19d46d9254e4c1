import { contacts } from './contacts.js';

const id = new URLSearchParams(location.search).get('id');
const all = await contacts();
const contact = all.find((one) => one.id === id) ?? all[0];

document.getElementById('name').textContent = contact.name;
document.getElementById('company').textContent = `${contact.company}, ${contact.country}`;
const facts = { Phone: contact.phone, Invoice: contact.invoice, Due: contact.due, 'Customer id': contact.id };
for (const [term, text] of Object.entries(facts)) {
  const dt = document.createElement('dt');
  const dd = document.createElement('dd');
  dt.textContent = term;
  dd.textContent = text;
  document.getElementById('facts').append(dt, dd);
}
