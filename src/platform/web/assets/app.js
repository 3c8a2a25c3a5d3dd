// Script only improves: every page works without it.
import { initAll } from './govuk-frontend.min.js';

initAll();

// On a phone a filter that is not in use starts folded, so that the register is seen first.
if (window.matchMedia('(max-width: 640px)').matches && window.location.search === '') {
  for (const filter of document.querySelectorAll('[data-gt-fold-on-phone]')) filter.removeAttribute('open');
}

// Paper has nothing to press: folds open for print and go back to how they were.
const opened = new Set();
window.addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll('details:not([open])')) {
    fold.setAttribute('open', '');
    opened.add(fold);
  }
});
window.addEventListener('afterprint', () => {
  for (const fold of opened) fold.removeAttribute('open');
  opened.clear();
});
