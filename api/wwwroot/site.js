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
    const follows = afterG > 0 && event.timeStamp - afterG < 1500;
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
  // Search as one types: two letters are enough, with or without accents.
  const search = document.getElementById('search');
  if (search) {
    const found = document.createElement('ul');
    found.className = 'found';
    found.hidden = true;
    search.after(found);
    let asked = 0;
    const ask = async () => {
      const words = search.value.trim();
      const turn = ++asked;
      if (words.length < 2) { found.hidden = true; return; }
      const answer = await fetch(`/api/v1/agreements?limit=8&q=${encodeURIComponent(words)}`);
      if (!answer.ok || turn !== asked) return;
      const { items } = await answer.json();
      found.replaceChildren(...items.map(item => {
        const [line, link] = [document.createElement('li'), document.createElement('a')];
        link.href = `/agreements/${encodeURIComponent(item.id)}`;
        link.textContent = `${item.title.vi} · ${item.id}`;
        line.append(link);
        return line;
      }));
      found.hidden = items.length === 0;
    };
    let soon;
    search.addEventListener('input', () => { clearTimeout(soon); soon = setTimeout(ask, 120); });
    search.form.addEventListener('keydown', event => {
      const links = [search, ...found.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      if (event.key === 'Escape') { found.hidden = true; search.focus(); }
      if (found.hidden || at < 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      links[Math.min(links.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))].focus();
    });
    search.form.addEventListener('focusout', event => { if (!search.form.contains(event.relatedTarget)) found.hidden = true; });
  }

  // Live: what is recorded of what is shown makes the page anew; a lost connection shows, and heals by itself.
  const main = document.getElementById('main');
  const stale = document.querySelector('[data-stale]');
  if (main.dataset.live && 'EventSource' in window) {
    let soon, missed = false;
    const renew = async () => {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (!answer.ok || main.contains(document.activeElement) && document.activeElement !== main) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      main.replaceChildren(...page.getElementById('main').childNodes);
    };
    const feed = new EventSource('/api/v1/feed/stream?after=end');
    feed.addEventListener('message', event => {
      const subject = JSON.parse(event.data).subject;
      if (main.dataset.live !== '*' && subject !== `agreement/${main.dataset.live}`) return;
      clearTimeout(soon);
      soon = setTimeout(renew, 300);
    });
    feed.addEventListener('error', () => { missed = true; setTimeout(() => { stale.hidden = feed.readyState === EventSource.OPEN; }, 3000); });
    feed.addEventListener('open', () => { stale.hidden = true; if (missed) renew(); missed = false; });
    addEventListener('pagehide', () => feed.close());
  }
  document.querySelector('[data-keys]')?.addEventListener('click', event => { event.preventDefault(); keys.showModal(); });
})();
