// Draws the charts: the trend from the table behind it, the map from its own data. Colours are the tokens of the stylesheet, words come from the page.
'use strict';
(() => {
  const many = 2000;
  const token = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const sized = size => size * parseFloat(getComputedStyle(document.documentElement).fontSize) / 16; // as the text around: larger on a wall
  const text = () => ({ color: token('ink'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: sized(14) });
  const tip = () => ({ renderMode: 'richText', confine: true, backgroundColor: token('paper'), borderColor: token('line'), textStyle: text() });
  const filled = (words, n) => words.replace('{0}', n.toLocaleString(document.documentElement.lang === 'vi' ? 'vi-VN' : 'en-GB'));

  const drawn = new Map(); // figures to how each is drawn anew, and put away
  for (const media of ['(prefers-color-scheme: dark)', 'print']) matchMedia(media).addEventListener('change', () => drawn.forEach(one => one.draw()));

  const show = (figure, option, clicked) => {
    const canvas = figure.querySelector('.canvas');
    const chart = echarts.init(canvas, null, { renderer: 'canvas' });
    const hasRoom = () => canvas.clientWidth > 0 && canvas.clientHeight > 0; // none, and nothing can be laid out
    let laidOut = false;
    const draw = () => {
      if (!hasRoom()) return;
      chart.setOption(option(), { notMerge: true });
      laidOut = true;
    };
    draw();
    chart.on('click', clicked);
    const room = new ResizeObserver(() => {
      if (!hasRoom()) return;
      chart.resize();
      if (!laidOut) draw();
    });
    room.observe(canvas);
    drawn.set(figure, { draw, leave: () => { room.disconnect(); chart.dispose(); } });
    figure.dataset.drawn = '';
    return chart;
  };

  const trend = figure => {
    const rows = [...figure.querySelectorAll('tr[data-year]')].filter(row => row.dataset.year !== '');
    if (rows.length === 0) return void (figure.dataset.drawn = '');
    const names = [...figure.querySelectorAll('thead th')].slice(1).map(cell => cell.textContent);
    const byYear = new Map(rows.map(row => [Number(row.dataset.year), [...row.querySelectorAll('td')]]));
    const first = Math.min(...byYear.keys()), last = Math.max(...byYear.keys());
    const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const option = () => ({
      animation: false, textStyle: text(), tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, ...tip() },
      legend: { left: 0, top: 0, textStyle: text(), itemWidth: sized(14) }, grid: { left: 4, right: 8, top: sized(36), bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: years.map(String), axisLabel: { color: token('quiet'), fontSize: sized(12) }, axisLine: { lineStyle: { color: token('line') } }, axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: token('quiet'), fontSize: sized(12) }, splitLine: { lineStyle: { color: token('line') } } },
      series: names.map((name, i) => ({
        name, type: 'bar', barMaxWidth: 28, barGap: '10%', cursor: 'pointer', itemStyle: i === 0 ? { color: token('going') }
          : { color: token('done'), decal: { symbol: 'rect', color: token('paper'), dashArrayX: [1, 0], dashArrayY: [1.5, 4], rotation: -Math.PI / 4 } },
        data: years.map(year => Number(byYear.get(year)?.[i].dataset.n ?? 0)),
      })),
    });
    show(figure, option, bar => { const link = byYear.get(years[bar.dataIndex])?.[bar.seriesIndex].querySelector('a'); if (link) location.assign(link.href); });
  };

  // TopoJSON (as world-atlas has it) to GeoJSON: arcs are deltas of whole numbers, shared by neighbours; ~n is arc n backwards.
  const countries = topology => {
    const { scale: [kx, ky], translate: [dx, dy] } = topology.transform;
    const arcs = topology.arcs.map(arc => { let x = 0, y = 0; return arc.map(([a, b]) => [(x += a) * kx + dx, (y += b) * ky + dy]); });
    const line = parts => parts.flatMap((part, i) => (part < 0 ? [...arcs[~part]].reverse() : arcs[part]).slice(i === 0 ? 0 : 1));
    const crosses = points => points.some((point, i) => i > 0 && Math.abs(point[0] - points[i - 1][0]) > 180); // Russia, Fiji: goes on beyond 180° east
    const ring = parts => { const points = line(parts); return crosses(points) ? points.map(([x, y]) => [x < 0 ? x + 360 : x, y]) : points; };
    const shape = one => one.type === 'Polygon' ? one.arcs.map(ring) : one.arcs.map(polygon => polygon.map(ring));
    return {
      type: 'FeatureCollection',
      features: topology.objects.countries.geometries.filter(one => one.properties.name !== 'Antarctica')
        .map(one => ({ type: 'Feature', properties: { name: one.properties.name }, geometry: { type: one.type, coordinates: shape(one) } })),
    };
  };

  // What is shown at first: all partners with room around them, never less than a continent.
  const seen = cities => {
    const bounds = axis => {
      const all = cities.map(city => city[axis]);
      const [low, high] = all.length ? [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))] : [-160, 160];
      const room = Math.max((high - low) * 0.08, (60 - (high - low)) / 2, 4);
      return [low - room, high + room];
    };
    const [west, east] = bounds(0), [south, north] = bounds(1);
    return [[Math.max(-180, west), Math.min(84, north)], [Math.min(180, east), Math.max(-57, south)]];
  };

  const linesOf = ({ cities, lines }, worked) => {
    const flat = [];
    for (let i = 0; i < lines.length; i += 4) {
      if ((lines[i + 3] > 0) !== worked) continue;
      const [a, b] = [cities[lines[i]], cities[lines[i + 1]]];
      flat.push(2, a[0], a[1], b[0], b[1]);
    }
    return flat;
  };

  // The archipelagos are too small for the base map: each is a point with its name, at every zoom.
  const islands = figure => figure.dataset.islands.split('|').map((island, i) => {
    const [, east, north, name] = island.match(/^(\S+) (\S+) (.+)$/);
    return { name, value: [Number(east), Number(north)], label: { offset: [2, sized(i === 0 ? -9 : 9)] } };
  });

  const map = async figure => {
    const read = async address => { const answer = await fetch(address); if (!answer.ok) throw new Error(`${address}: ${answer.status}`); return answer.text(); };
    const [first, world] = await Promise.all([read(figure.dataset.src), read(figure.dataset.world)]);
    if (!figure.isConnected) return; // the page was made anew meanwhile
    echarts.registerMap('world', countries(JSON.parse(world)));
    const canvas = figure.querySelector('.canvas');
    let known, cities, crowded, flown;
    const take = text => {
      known = text;
      const partners = JSON.parse(text), said = figure.querySelector('[data-elsewhere]');
      cities = partners.cities;
      crowded = partners.lines.length / 4 > many;
      flown = [false, true].map(worked => linesOf(partners, worked));
      said.textContent = partners.elsewhere > 0 ? filled(said.dataset.elsewhere, partners.elsewhere) : '';
    };
    take(first);
    const lines = (flat, name, color, width) => ({
      name, type: 'lines', coordinateSystem: 'geo', silent: true, large: crowded, largeThreshold: many, progressive: crowded ? 4000 : 0, data: new Float64Array(flat),
      lineStyle: { color, width, opacity: crowded ? 0.12 : 0.65, curveness: crowded ? 0 : 0.2 }, itemStyle: { color },
    });
    const option = () => ({
      animation: false, textStyle: text(), tooltip: { ...tip(), formatter: point => `${cities[point.dataIndex][2]}\n${filled(figure.dataset.agreements, cities[point.dataIndex][4])}` },
      legend: { left: 0, bottom: 0, textStyle: text(), itemWidth: sized(14), data: [figure.dataset.signed, figure.dataset.working], backgroundColor: token('paper'), padding: 4 },
      geo: {
        map: 'world', roam: true, silent: true, boundingCoords: seen(cities), preserveAspect: 'contain', left: 0, right: 0, top: 0, bottom: 0, scaleLimit: { min: 0.8, max: 40 },
        itemStyle: { areaColor: token('wash'), borderColor: token('line'), borderWidth: 0.6 },
      },
      series: [
        {
          type: 'scatter', coordinateSystem: 'geo', silent: true, symbol: 'diamond', symbolSize: 6, z: 4, itemStyle: { color: token('ink') }, data: islands(figure), tooltip: { show: false },
          label: { show: true, position: 'right', formatter: '{b}', color: token('ink'), fontSize: sized(12), textBorderColor: token('paper'), textBorderWidth: 3 },
          labelLayout: name => ({ dx: (name.rect?.x ?? 0) > canvas.clientWidth ? 0 : Math.min(0, canvas.clientWidth - 4 - name.labelRect.x - name.labelRect.width) }), // whole, at the edge too
        },
        lines(flown[0], figure.dataset.signed, token('quiet'), crowded ? 0.6 : 1),
        lines(flown[1], figure.dataset.working, token('done'), crowded ? 0.9 : 2),
        {
          type: 'scatter', coordinateSystem: 'geo', large: cities.length > many, cursor: 'pointer', itemStyle: { color: token('accent'), borderColor: token('paper'), borderWidth: 1 },
          symbolSize: cities.length > many ? sized(3) : (_, point) => sized(6 + Math.min(10, 2 * Math.sqrt(cities[point.dataIndex][4]))), data: cities.map(city => [city[0], city[1]]),
        },
      ],
    });
    canvas.addEventListener('wheel', event => { if (!event.ctrlKey) event.stopPropagation(); }, { capture: true }); // the page scrolls; Ctrl zooms
    const chart = show(figure, option, point => { if (point.seriesType === 'scatter') location.assign(`/cities/${encodeURIComponent(cities[point.dataIndex][3])}`); });
    drawn.get(figure).renew = async () => { // other agreements between the same countries: the same map, where it was moved to
      const text = await read(figure.dataset.src);
      if (text === known) return;
      take(text);
      const { series } = option();
      chart.setOption({ series }, { replaceMerge: ['series'] }); // merged into what is there, lines would not be drawn
    };
    const zoom = figure.querySelector('.zoom');
    zoom.hidden = false;
    zoom.addEventListener('click', event => {
      const by = Number(event.target.dataset.zoom);
      if (by) chart.dispatchAction({ type: 'geoRoam', componentType: 'geo', geoIndex: 0, zoom: by, originX: chart.getWidth() / 2, originY: chart.getHeight() / 2 });
    });
  };

  // The slider goes month by month from the day the page shows, and asks when it is let go: by keys when they have rested, and the focus stays on it.
  const slider = range => {
    const field = document.getElementById(range.dataset.for), { today, first, on } = range.dataset;
    const month = day => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
    const end = at => { const day = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).toISOString().slice(0, 10); return day < today ? day : today; };
    [range.min, range.max, range.value] = [month(first), month(today), month(on)];
    const say = () => range.setAttribute('aria-valuetext', field.value);
    let byKeys = false, soon;
    range.addEventListener('keydown', () => { byKeys = true; });
    range.addEventListener('pointerdown', () => { byKeys = false; });
    range.addEventListener('input', () => { field.value = end(Number(range.value)).split('-').map(Number).reverse().join('/'); say(); });
    range.addEventListener('change', () => {
      clearTimeout(soon);
      soon = setTimeout(() => { if (byKeys) sessionStorage.setItem('slid', range.id); field.form.requestSubmit(); }, byKeys ? 800 : 0);
    });
    say();
    range.classList.remove('waiting');
    if (sessionStorage.getItem('slid') === range.id) {
      sessionStorage.removeItem('slid');
      range.focus({ preventScroll: true });
    }
  };

  const begun = new WeakSet();
  const figures = kind => [...document.querySelectorAll(`[data-chart=${kind}]`)].filter(figure => !begun.has(figure) && begun.add(figure));
  const begin = () => {
    for (const form of document.querySelectorAll('form.asked')) {
      form.addEventListener('submit', () => { for (const field of form.elements) if (field.name && field.value === '') field.disabled = true; }); // a short address
    }
    document.querySelectorAll('input[type=range][data-for]').forEach(slider);
    figures('trend').forEach(trend);
    figures('map').forEach(figure => map(figure).catch(error => {
      figure.querySelector('.canvas').textContent = figure.dataset.failed;
      figure.dataset.drawn = '';
      console.error(error);
    }));
  };
  begin();

  // The page was made anew in its place: what is new is drawn, what has gone is put away, what has stayed looks again.
  document.getElementById('main').addEventListener('renewed', () => {
    for (const [figure, one] of drawn) {
      if (figure.isConnected) one.renew?.().catch(() => undefined); // the line that the connection is lost says so
      else { one.leave(); drawn.delete(figure); }
    }
    begin();
  });
})();
