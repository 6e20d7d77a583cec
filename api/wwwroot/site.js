// What script adds to pages that work without it: keys, search as one types, and a page made anew when its record changes.
'use strict';
(() => {
  const main = document.getElementById('main');
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

  // What is to be recorded: of the line at hand, of the first line, or of the page.
  const record = () => (document.activeElement.closest('.lines tr, .lines > li')?.querySelector('a.button') ?? main.querySelector('.lines a.button') ?? main.querySelector('a.button'))?.focus();

  let afterG = 0;
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.matches('textarea, select')) event.target.form?.requestSubmit();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') closeWho(event.target);
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
      case 'r': record(); break;
      case 'j': step(1); break;
      case 'k': step(-1); break;
    }
  });

  // What opened over the page closes with Escape, and when one goes on.
  const who = document.querySelector('.who');
  const closeWho = at => {
    if (!who?.open) return;
    who.open = false;
    if (who.contains(at)) who.querySelector('summary').focus();
  };
  who?.addEventListener('focusout', event => { if (event.relatedTarget && !who.contains(event.relatedTarget)) who.open = false; });

  // Search as one types: two letters are enough, with or without accents.
  const search = document.getElementById('search');
  if (search) {
    const [found, said] = [document.createElement('ul'), search.form.querySelector('[data-found]')];
    found.className = 'found';
    found.hidden = true;
    search.after(found);
    let asked = 0;
    const ask = async () => {
      const words = search.value.trim();
      const turn = ++asked;
      if (words.length < 2) { found.hidden = true; return; }
      const answer = await fetch(`/api/v1/agreements?limit=8&q=${encodeURIComponent(words)}`).catch(() => null);
      if (!answer?.ok || turn !== asked) return;
      const { items } = await answer.json();
      found.replaceChildren(...items.map(item => {
        const [line, link] = [document.createElement('li'), document.createElement('a')];
        link.href = `/agreements/${encodeURIComponent(item.id)}`;
        link.textContent = `${item.title.vi} · ${item.id}`;
        line.append(link);
        return line;
      }));
      found.hidden = items.length === 0;
      said.textContent = said.dataset.found.replace('{0}', items.length);
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

  // A day is typed as people write it, in whatever browser; the browser's own calendar is at hand for who points.
  const iso = text => text.trim().replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, (_, day, month, year) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const pickers = () => document.querySelectorAll('[data-pick]').forEach(place => {
    place.removeAttribute('data-pick');
    const [field, mark, calendar] = [place.querySelector('input'), document.createElement('span'), document.createElement('input')];
    [mark.textContent, calendar.type, calendar.tabIndex] = ['▾', 'date', -1];
    for (const one of [mark, calendar]) one.setAttribute('aria-hidden', 'true');
    mark.addEventListener('click', event => {
      event.preventDefault(); // a label around it would take the focus
      calendar.value = iso(field.value);
      calendar.showPicker();
    });
    calendar.addEventListener('change', () => { if (calendar.value) field.value = calendar.value.split('-').map(Number).reverse().join('/'); field.focus(); });
    place.append(mark, calendar);
  });
  pickers();
  main.addEventListener('renewed', pickers);

  // A page made anew in its place: what was open stays open, what had the focus keeps it, what is being filled in is left alone.
  const begun = field => field.type === 'checkbox' ? field.checked !== field.defaultChecked
    : field.options ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(one => one.defaultSelected)) : field.value !== field.defaultValue;
  const busy = () => main.contains(document.activeElement) && document.activeElement.matches('input, select, textarea') || [...main.querySelectorAll('input:not([type=hidden], [type=range], [aria-hidden]), select, textarea')].some(begun);
  let shown = null;
  // Stylesheets and scripts stay, and so does a chart that would be drawn from the same: nothing blinks.
  const stays = node => node.nodeName === 'LINK' || node.nodeName === 'SCRIPT';
  const charts = () => [...main.querySelectorAll('[data-chart]')];
  charts().forEach(figure => { figure.source = figure.outerHTML; });
  const replace = page => {
    const before = new Map(charts().map(figure => [figure.source, figure]));
    for (const figure of page.querySelectorAll('[data-chart]')) {
      figure.source = figure.outerHTML;
      const same = before.get(figure.source);
      if (same) figure.replaceWith(same);
    }
    [...main.childNodes].filter(node => !stays(node)).forEach(node => node.remove());
    main.append(...[...page.childNodes].filter(node => !stays(node)));
    main.dispatchEvent(new Event('renewed'));
  };
  // Where the focus was: at the same link or button, else at what took its place.
  const reached = () => [...main.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex]')];
  const like = one => `${one.id} ${one.getAttribute('href')} ${one.textContent}`;
  const keepFocus = () => {
    const before = reached(), at = before.indexOf(document.activeElement);
    if (at < 0) return () => undefined;
    const same = like(before[at]), nth = before.slice(0, at).filter(one => like(one) === same).length;
    return () => {
      const after = reached(), alike = after.filter(one => like(one) === same);
      (alike[nth] ?? alike.at(-1) ?? after[Math.min(at, after.length - 1)] ?? main).focus({ preventScroll: true });
    };
  };
  const renew = async () => {
    if (busy()) { setTimeout(() => renew().catch(() => undefined), 5000); return; }
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.redirected) { location.reload(); return; }
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('main');
    if (page.innerHTML !== shown && !busy()) {
      shown = page.innerHTML;
      const open = [...main.querySelectorAll('details')].map(one => one.open);
      const refocus = keepFocus();
      replace(page);
      main.querySelectorAll('details').forEach((one, i) => { one.open ||= open[i] === true; });
      refocus();
    }
    again();
  };
  const again = () => { if (main.querySelector('[data-again]')) setTimeout(() => renew().catch(() => setTimeout(again, 5000)), 1000); };
  again();

  // Live: what is recorded of what is shown makes the page anew. A lost connection shows and heals; a heartbeat that stays away is a lost one. Nobody follows in a window nobody sees.
  const stale = document.querySelector('[data-stale]');
  if (main.dataset.live) {
    const patience = 40000;
    let stream, soon, latest = 0, missed = false;
    const concerns = subject => main.dataset.live === '*' || subject === main.dataset.live || subject === `agreement/${main.dataset.live}`;
    const later = () => { // when it has been quiet for a moment; in a long run of events now and then
      const wait = main.dataset.live === '*' ? 1500 : 300, now = Date.now();
      if (now - latest > 10000) latest = now;
      clearTimeout(soon);
      soon = setTimeout(() => { latest = 0; renew().catch(lost); }, Math.max(0, Math.min(wait, latest + 10000 - now)));
    };
    const lost = () => { missed = true; setTimeout(() => { stale.hidden = !missed; }, 500); };
    const follow = async () => {
      stream?.abort();
      const cut = stream = new AbortController();
      let heard, text = '';
      const hear = () => { clearTimeout(heard); heard = setTimeout(() => cut.abort(), patience); };
      try {
        hear();
        const answer = await fetch('/api/v1/feed/stream?after=end', { signal: cut.signal, headers: { Accept: 'text/event-stream' } });
        if (!answer.ok) throw new Error(`${answer.status}`);
        if (missed) await renew();
        missed = false;
        stale.hidden = true;
        const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          hear();
          const lines = (text + part.value).split('\n');
          text = lines.pop();
          if (lines.some(line => line.startsWith('data:') && concerns(JSON.parse(line.slice(5)).subject))) later();
        }
        throw new Error('ended');
      } catch {
        cut.abort();
        if (stream !== cut || document.hidden) return;
        lost();
        setTimeout(() => { if (stream === cut && !document.hidden) follow(); }, 2000);
      } finally {
        clearTimeout(heard);
      }
    };
    const leave = () => { missed = true; const left = stream; stream = null; left?.abort(); };
    document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); else follow(); });
    addEventListener('offline', () => stream?.abort());
    addEventListener('pagehide', leave);
    addEventListener('pageshow', event => { if (event.persisted) follow(); });
    if (!document.hidden) follow();
  }
  document.querySelector('[data-keys]')?.addEventListener('click', event => { event.preventDefault(); keys.showModal(); });
})();
