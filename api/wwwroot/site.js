// What script adds to pages that work without it: keys, and a page made anew when its record changes.
'use strict';
(() => {
  const typing = target => target.closest('input, select, textarea, [contenteditable]') !== null;
  const keys = document.getElementById('keys');
  const lines = () => [...document.querySelectorAll('main .lines tbody tr, main .lines > li')];

  const step = by => {
    const all = lines();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement && document.activeElement.closest('.lines tbody tr, .lines > li'));
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    const link = next.querySelector('a, button');
    if (link) link.focus();
  };

  let afterG = 0;
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const follows = event.timeStamp - afterG < 1500;
    afterG = 0;
    if (follows) {
      const section = document.querySelector(`.sections a[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
      if (section) section.click();
      return;
    }
    switch (event.key) {
      case '/': document.getElementById('search')?.focus(); event.preventDefault(); break;
      case 'g': afterG = event.timeStamp; break;
      case '?': keys?.showModal(); break;
      case 'j': step(1); break;
      case 'k': step(-1); break;
    }
  });
  document.querySelector('[data-keys]')?.addEventListener('click', event => { event.preventDefault(); keys.showModal(); });
})();
