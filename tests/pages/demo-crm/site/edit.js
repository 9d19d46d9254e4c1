const form = document.querySelector('form');
const signature = document.getElementById('signature');

/** Saves what the fields hold, the way a mail program stores a signature: whatever changed it ends up stored. */
function save() {
  const fields = Object.fromEntries(new FormData(form));
  document.getElementById('saved').value = `Saved: ${JSON.stringify({ ...fields, signature: signature.innerHTML })}`;
}

form.addEventListener('input', save);
