// The pages work without this file. With it a rating is one tap, nothing is sent twice, and a page found by Back is the current one.
'use strict';
for (const form of document.forms) {
  form.addEventListener('submit', event => {
    if (form.classList.contains('sent')) event.preventDefault();
    form.classList.add('sent');
  });
  // A tap on a rating sends it. The arrow keys only choose: there the button or Enter sends.
  form.addEventListener('click', event => {
    if (event.target.type === 'radio' && event.detail > 0) form.requestSubmit();
  });
}
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
const notice = document.getElementById('notice');
if (notice) {
  notice.focus();
  history.replaceState(null, '', location.pathname);
}
