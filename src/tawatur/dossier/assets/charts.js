// Charts, drawn with Observable Plot from the table or list that stands beside each: they say the
// same, and whoever has no script reads the table. A mark opens the place that its cell opens.
(() => {
  "use strict";
  if (typeof Plot === "undefined") return;
  const [language, word, inDigits] = ["language", "word", "inDigits"].map((name) => (...given) => Page[name](...given));
  const drawn = { figures, matrix, positions, moments, chain };
  const root = document.documentElement;
  const boxes = [...document.querySelectorAll(".chart-box")];
  const signs = { affirms: "✓", denies: "✗", withholds: "?" };
  const day = 86_400_000;
  const shown = { figures: 30, turns: 12, paths: 16 };

  // A chart is drawn when the reader comes near it, and again when language or digits change.
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) draw(target);
  }, { rootMargin: "100% 0%" });
  for (const box of boxes) {
    const table = box.parentElement.querySelector("details.as-table");
    if (table) table.open = false;
    near.observe(box);
  }
  document.addEventListener("read-otherwise", () => boxes.filter((box) => box.dataset.drawn).forEach(draw));
  addEventListener("beforeprint", () => boxes.filter((box) => !box.dataset.drawn).forEach(draw));

  function draw(box) {
    near.unobserve(box);
    box.dataset.drawn = "yes";
    box.replaceChildren(...drawn[box.dataset.chart](box.parentElement, Math.max(300, Math.min(box.clientWidth || 640, 900))));
  }

  // Plot names its groups in English for whoever hears the page; the marks in them have titles of ours.
  function plotted(options, left = 0) {
    const svg = Plot.plot({ className: "chart", ...options });
    svg.setAttribute("role", "group");
    for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
    return left > 0 ? [svg, noted(left)] : [svg];
  }

  // What a chart has no room for is said under it.
  function noted(left) {
    const note = document.createElement("p");
    note.className = "hint";
    note.textContent = word("chart_left").replace("{n}", inDigits(String(left)));
    return note;
  }

  const isArabic = () => language() === "ar";
  const addressOf = (link) => link.getAttribute("href");
  const opening = { href: "href", title: "title" };

  // The words of an element in the language of the page.
  function read(element) {
    if (!element) return "";
    const here = [...element.childNodes].map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      return node.nodeType === Node.ELEMENT_NODE && isRead(node) ? read(node) : "";
    });
    return here.join("").replace(/\s+/g, " ").trim();
  }

  function isRead(element) {
    if (element.ariaHidden === "true") return false;
    return element.tagName !== "I" || element.className === "n" || (element.lang || root.lang) === language();
  }

  function isolated(text) {
    return `${isArabic() ? "\u2067" : "\u2068"}${text}\u2069`;
  }

  // Text in at most so many lines of so many letters, cut between words; what follows a break stays apart.
  function inLines(text, letters, most) {
    const [first, ...others] = text.split("\n");
    if (others.length) return [first, ...others].map((line) => inLines(line, letters, 1)).join("\n");
    const lines = [""];
    for (const part of text.split(" ")) {
      const line = lines[lines.length - 1];
      if (!line) lines[lines.length - 1] = part;
      else if (line.length + part.length < letters) lines[lines.length - 1] = `${line} ${part}`;
      else lines.push(part);
    }
    const kept = lines.slice(0, most).map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
    if (lines.length > most && !kept[most - 1].endsWith("…")) kept[most - 1] += "…";
    return kept.map(isolated).join("\n");
  }

  function labels(width, texts, most) {
    const margin = Math.min(300, width * 0.42);
    const side = isArabic() ? { anchor: "right", dx: margin - 12 } : { anchor: "left" };
    const axis = Plot.axisY({
      ...side,
      textAnchor: "end",
      tickFormat: (i) => inLines(texts[i], Math.floor(margin / 6.4), most),
      tickSize: 0,
      tickPadding: 8,
      label: null,
      fontSize: 12,
      lineHeight: 1.25,
    });
    const [marginLeft, marginRight] = isArabic() ? [48, margin] : [margin, 48];
    return { axis, marginLeft, marginRight };
  }

  // The figures of a measure: a row each; a bound that was not given is drawn as an arrow.
  function figures(card, width) {
    const all = [...card.querySelectorAll("tbody tr")];
    const rows = all.slice(0, shown.figures).map((row, i) => figureOf(row, i));
    const bounds = rows.flatMap((row) => [row.low, row.high]).filter((bound) => bound !== null);
    const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
    const reach = (most - least) * 0.12 || Math.abs(most) * 0.12 || 1;
    const isWide = least > 0 && most / least > 50;
    const beyond = isWide ? (n, by) => n * (1 + by * 0.6) : (n, by) => n + reach * by;
    const marks = { ...opening, y: "i", stroke: "origin", strokeWidth: 3 };
    const closed = rows.filter((row) => row.low !== null && row.high !== null && row.low !== row.high);
    const [about, exact] = [true, false].map((is) => rows.filter((row) => row.isAbout === is));
    const open = (data, from, by, rotate) => [
      Plot.link(data, { ...marks, x1: from, x2: (row) => beyond(row[from], by), y1: "i", y2: "i", strokeDasharray: "3 3" }),
      Plot.dot(data, { ...marks, x: (row) => beyond(row[from], by), symbol: "triangle", rotate, r: 4, fill: "origin" }),
    ];
    const { axis, ...margins } = labels(width, rows.map((row) => row.who), 2);
    return plotted({
      ariaLabel: word("chart_figures"),
      width,
      height: rows.length * 42 + 66,
      marginTop: 26,
      marginBottom: 34,
      ...margins,
      x: { type: isWide ? "log" : "linear", domain: [beyond(least, isWide ? -0.8 : -1.2), beyond(most, 1.3)], label: null },
      y: { domain: rows.map((row) => row.i), type: "point", padding: 0.6, label: null },
      color: { domain: [...new Set(rows.map((row) => row.origin))], range: colours() },
      marks: [
        Plot.gridX({ stroke: "currentColor", strokeOpacity: 0.15 }),
        Plot.axisX({ ticks: Math.max(2, Math.floor(width / 170)), label: null, tickFormat: (n) => inDigits(n.toLocaleString("en")) }),
        axis,
        Plot.link(closed, { ...marks, x1: "low", x2: "high", y1: "i", y2: "i" }),
        ...open(rows.filter((row) => row.high === null), "low", 0.9, 90),
        ...open(rows.filter((row) => row.low === null), "high", -0.9, -90),
        Plot.dot(exact, { ...marks, x: (row) => row.low ?? row.high, r: 5, fill: "origin" }),
        Plot.dot(exact.filter((row) => row.high !== null), { ...marks, x: "high", r: 5, fill: "origin" }),
        Plot.dot(about, { ...marks, x: (row) => row.low ?? row.high, symbol: "diamond", r: 6, fill: "var(--sheet)" }),
        Plot.text(rows, { x: (row) => row.high ?? row.low, y: "i", dy: -17, text: "value", fill: "currentColor", fontWeight: 600 }),
      ],
    }, all.length - rows.length);
  }

  function figureOf(row, i) {
    const [low, high] = [row.dataset.low, row.dataset.high].map((bound) => (bound ? Number(bound) : null));
    const [who, when] = [row.cells[2], row.cells[3]].map(read);
    const link = row.querySelector("a");
    return {
      i, low, high,
      isAbout: row.dataset.is === "about",
      who: `${who}\n${when}`,
      origin: row.dataset.from ?? who,
      value: `\u2066${inDigits(inSigns(low, high, row.dataset.is))}\u2069`,
      href: addressOf(link),
      title: `${read(link)} · ${who} · ${when}`,
    };
  }

  function inSigns(low, high, modifier) {
    const [from, to] = [low, high].map((bound) => bound?.toLocaleString("en"));
    if (low === high) return modifier === "about" ? `≈ ${from}` : from;
    if (high === null) return modifier === "more_than" ? `> ${from}` : `≥ ${from}`;
    if (low === null) return modifier === "less_than" ? `< ${to}` : `≤ ${to}`;
    return `${from}–${to}`;
  }

  function colours() {
    return [1, 2, 3, 4, 5, 6, 7].map((number) => `var(--chart-${number})`);
  }

  // Speakers against claims: a sign where a speaker affirms, denies or does not confirm.
  function matrix(card, width) {
    const [head, ...body] = [...card.querySelectorAll("tr")];
    const claims = [...head.cells].slice(1).map(read);
    const speakers = body.map((row) => read(row.cells[0]));
    const cells = body.flatMap((row, speaker) => [...row.cells].slice(1).flatMap((cell, claim) => (
      [...cell.querySelectorAll("a")].map((link, nth, all) => ({
        ...stanceOf(link), x: speaker + (nth - (all.length - 1) / 2) * 0.5, claim, title: `${speakers[speaker]} · ${read(link)} · ${claims[claim]}`,
      })))));
    const { axis, ...margins } = labels(width, claims, 3);
    const ends = [-0.6, speakers.length - 0.4];
    return plotted({
      ariaLabel: word("matrix"),
      width: Math.max(width, speakers.length * 30 + 240),
      height: claims.length * 58 + 132,
      marginTop: 124,
      marginBottom: 8,
      ...margins,
      marginLeft: isArabic() ? 60 : margins.marginLeft,
      marginRight: isArabic() ? margins.marginRight : 90,
      x: { type: "linear", domain: isArabic() ? ends.reverse() : ends, axis: null },
      y: { type: "band", domain: claims.map((_, i) => i), label: null },
      marks: [
        Plot.gridX({ ticks: speakers.map((_, i) => i), stroke: "currentColor", strokeOpacity: 0.15 }),
        Plot.ruleY(claims.map((_, i) => i), { stroke: "currentColor", strokeOpacity: 0.15 }),
        axis,
        Plot.text(speakers, { x: (_, i) => i, frameAnchor: "top", dy: -10, rotate: -40, textAnchor: "start", text: (name) => inLines(name, 24, 1), fontSize: 12 }),
        ...stances(cells, { x: "x", y: "claim" }),
      ],
    });
  }

  function stanceOf(link) {
    const stance = link.querySelector(".stance").classList[1];
    return { stance, href: addressOf(link) };
  }

  function stances(data, places) {
    return Object.entries({ affirms: "good", denies: "bad", withholds: "doubt" }).flatMap(([stance, colour]) => {
      const these = data.filter((item) => item.stance === stance);
      const sign = stance === "withholds" && isArabic() ? "؟" : signs[stance];
      return [
        Plot.dot(these, { ...places, ...opening, r: 11, fill: `var(--${colour})`, symbol: stance === "denies" ? "square" : "circle" }),
        Plot.text(these, { ...places, text: () => sign, fill: "var(--sheet)", fontWeight: 700, fontSize: 13, pointerEvents: "none" }),
      ];
    });
  }

  // The positions of a speaker on a claim, day after day.
  function positions(part, width) {
    const all = [...part.querySelectorAll(".turns > li")];
    const turns = all.slice(0, shown.turns);
    const texts = turns.map((turn) => [".who", ".claim"].map((one) => read(turn.querySelector(one))).join(": "));
    const steps = turns.flatMap((turn, i) => [...turn.querySelectorAll("[data-first]")].map((step) => {
      const link = step.querySelector("a");
      return { ...stanceOf(link), i, at: new Date(step.dataset.first), title: `${read(link)} · ${texts[i]}` };
    }));
    if (!steps.length) return [];
    const { axis, ...margins } = labels(width, texts, 3);
    return plotted({
      ariaLabel: word("positions"),
      width,
      height: turns.length * 58 + 50,
      marginTop: 12,
      marginBottom: 32,
      ...margins,
      x: timeScale(steps.map((step) => step.at)),
      y: { type: "point", domain: turns.map((_, i) => i), padding: 0.5, label: null },
      marks: [
        Plot.ruleY(turns.map((_, i) => i), { stroke: "currentColor", strokeOpacity: 0.15 }),
        timeAxis(width * 0.55),
        axis,
        ...stances(steps, { x: "at", y: "i" }),
      ],
    }, all.length - turns.length);
  }

  function timeScale(times) {
    const [first, last] = [Math.min(...times), Math.max(...times)];
    const room = Math.max(0.6 * day, (last - first) * 0.06);
    const domain = [new Date(first - room), new Date(last + room)];
    return { type: "utc", domain: isArabic() ? domain.reverse() : domain, label: null };
  }

  function timeAxis(width) {
    return Plot.axisX({ ticks: Math.max(1, Math.floor(width / 130)), label: null, tickFormat: (at) => isolated(inDigits(dayInWords(at))) });
  }

  function dayInWords(at) {
    const shape = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat(isArabic() ? "ar-u-nu-latn-ca-gregory" : "en-GB", shape).format(at);
  }

  // The timeline: a dot for each happening, larger the more articles tell of it; what lasts is a line.
  function moments(part, width) {
    const all = [...part.querySelectorAll(".timeline [data-first]")].map(momentOf);
    const found = aboutTheStory(all);
    if (new Set(found.flatMap((moment) => [+moment.at, +moment.until])).size < 2) return [];
    const scale = timeScale(found.flatMap((moment) => [moment.at, moment.until]));
    const highest = piled(found, scale.domain, width - 120);
    const apart = Math.min(18, 240 / highest);
    const [real, other] = [true, false].map((is) => found.filter((moment) => moment.isReal === is));
    const marks = { ...opening, x: "drawn", y: "height", strokeWidth: 2 };
    return plotted({
      ariaLabel: word("timeline"),
      width,
      height: highest * apart + 60,
      marginTop: 14,
      marginBottom: 34,
      marginLeft: 60,
      marginRight: 60,
      x: scale,
      y: { domain: [-0.5, highest], axis: null },
      r: { type: "identity" },
      marks: [
        Plot.ruleY([-0.5], { stroke: "currentColor", strokeOpacity: 0.4 }),
        timeAxis(width),
        Plot.link(found.filter((moment) => moment.until > moment.at), { ...opening, x1: "at", x2: "until", y1: "height", y2: "height", stroke: "var(--accent)", strokeWidth: 4, strokeOpacity: 0.5 }),
        Plot.dot(real, { ...marks, r: "size", fill: "var(--accent)", stroke: "var(--sheet)", strokeWidth: 1 }),
        Plot.dot(other.filter((moment) => !moment.isDenied), { ...marks, r: "size", fill: "var(--sheet)", stroke: "var(--accent)" }),
        Plot.dot(other.filter((moment) => moment.isDenied), { ...marks, r: 6, symbol: "times", stroke: "var(--bad)", strokeWidth: 3 }),
      ],
    }, all.length - found.length);
  }

  function momentOf(item) {
    const link = item.querySelector("a");
    const tellers = item.querySelectorAll(".from a").length;
    return {
      at: new Date(item.dataset.first),
      until: new Date(item.dataset.last ?? item.dataset.first),
      isReal: item.classList.contains("asserted"),
      isDenied: item.classList.contains("negated"),
      size: 4 + Math.min(5, tellers),
      href: link && addressOf(link),
      title: `${read(item.querySelector(".date"))}: ${read(item.querySelector("p"))}`,
    };
  }

  // Where nearly everything happens: what lies far outside would press the rest into one line.
  function aboutTheStory(all) {
    const middle = median(all.map((moment) => +moment.at));
    const spread = median(all.map((moment) => Math.abs(moment.at - middle)));
    const reach = Math.max(10 * day, 5 * spread);
    return all.filter((moment) => Math.abs(moment.at - middle) <= reach && Math.abs(moment.until - middle) <= reach);
  }

  function median(numbers) {
    return [...numbers].sort((one, other) => one - other)[numbers.length >> 1];
  }

  // Gives every moment a height at which it hides no other, beside its day where that is full, and
  // returns how high they pile.
  function piled(found, domain, width) {
    const [start, span] = [Math.min(...domain), Math.abs(domain[1] - domain[0])];
    const taken = [];
    for (const moment of [...found].sort((one, other) => one.at - other.at)) {
      const [from, to] = [moment.at, moment.until].map((at) => ((at - start) / span) * width);
      const { height, aside } = firstFree(taken, from, to);
      taken.push({ height, from: from + aside, to: to + aside });
      moment.height = height;
      moment.drawn = new Date(+moment.at + (aside / width) * span);
    }
    return Math.max(...taken.map((one) => one.height)) + 1;
  }

  function firstFree(taken, from, to) {
    const isFree = (height, aside) => !taken.some((one) => (
      one.height === height && one.from < to + aside + 14 && from + aside < one.to + 14));
    for (const aside of from === to ? [0, 15, -15, 30, -30, 45, -45] : [0]) {
      for (let height = 0; height < 8; height += 1) if (isFree(height, aside)) return { height, aside };
    }
    let height = 8;
    while (!isFree(height, 0)) height += 1;
    return { height, aside: 0 };
  }

  // A chain: from the speaker, through whoever carried the words, to the places where they stand.
  function chain(card, width) {
    const paths = [...card.querySelectorAll("li:has(> .isnad)")];
    const { nodes, links, places, rows } = branches(read(card.querySelector(".who")), paths.slice(0, shown.paths));
    const deepest = Math.max(...nodes.map((node) => node.depth));
    const ends = [-0.5, deepest + 0.6];
    const wide = Math.max(width, (deepest + 1) * 150);
    const beside = (place) => place.depth + ((18 + place.nth * 15) * (deepest + 1.1)) / wide;
    const letters = Math.max(8, Math.floor((wide - 20) / (deepest + 1) / 7));
    return plotted({
      ariaLabel: word("chains"),
      width: wide,
      height: rows * 48 + 14,
      margin: 0,
      x: { domain: isArabic() ? ends.reverse() : ends, axis: null },
      y: { domain: [rows - 0.35, -0.65], axis: null },
      marks: [
        Plot.link(links, { x1: "x1", y1: "y1", x2: "x2", y2: "y2", curve: "bump-x", stroke: "var(--accent)", strokeOpacity: 0.45, strokeWidth: (link) => Math.min(7, 1 + link.articles) }),
        Plot.dot(nodes, { x: "depth", y: "row", r: 5, fill: (node) => (node.depth ? "var(--accent)" : "var(--ink)") }),
        Plot.dot(places, { ...opening, x: beside, y: "row", r: 5, fill: "var(--sheet)", stroke: "var(--accent)", strokeWidth: 2 }),
        Plot.text(nodes, { x: "depth", y: "row", dy: -17, text: (node) => inLines(node.name, letters, 1), fontSize: 12, fontWeight: (node) => (node.depth ? 400 : 700), stroke: "var(--sheet)", strokeWidth: 4, fill: "currentColor" }),
      ],
    }, paths.length - shown.paths);
  }

  function branches(principal, paths) {
    const root = { name: principal, children: new Map(), places: [] };
    for (const path of paths) {
      const tellers = [...path.querySelectorAll(".isnad > span:not(.arrow)")].map(read);
      if (tellers[0] === root.name) tellers.shift();
      let node = root;
      for (const name of tellers) {
        if (!node.children.has(name)) node.children.set(name, { name, children: new Map(), places: [] });
        node = node.children.get(name);
      }
      node.places.push(...path.querySelectorAll("a.open"));
    }
    const drawing = { nodes: [], links: [], places: [], rows: 0 };
    placed(root, 0, drawing);
    return drawing;
  }

  // Puts a node beside its children, who stand one below the other, and returns it as drawn.
  function placed(node, depth, drawing) {
    const children = [...node.children.values()].map((child) => placed(child, depth + 1, drawing));
    const rows = children.map((child) => child.row);
    const row = rows.length ? (Math.min(...rows) + Math.max(...rows)) / 2 : drawing.rows++;
    const articles = node.places.length + children.reduce((sum, child) => sum + child.articles, 0);
    const own = { name: node.name, depth, row, articles };
    drawing.nodes.push(own);
    for (const child of children) drawing.links.push({ x1: depth, y1: row, x2: depth + 1, y2: child.row, articles: child.articles });
    node.places.forEach((link, nth) => drawing.places.push({
      depth, nth, row, href: addressOf(link), title: `${node.name}: ${read(link)}`,
    }));
    return own;
  }
})();
