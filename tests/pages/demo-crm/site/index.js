import { contacts } from './contacts.js';

const body = document.querySelector('tbody');

for (const contact of await contacts()) {
  const row = body.insertRow();
  row.dataset.contact = contact.id;
  const link = document.createElement('a');
  link.href = `contact.html?id=${contact.id}`;
  link.textContent = contact.name;
  const cells = [contact.id, link, contact.company, contact.country, contact.phone];
  for (const content of [...cells, contact.invoice, contact.due, contact.owner]) row.insertCell().append(content);
}
