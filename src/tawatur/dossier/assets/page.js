// What a page does beyond showing: switches, charts, the card of a highlight, the way back.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripted");
  const vocabulary = JSON.parse(document.getElementById("vocabulary").textContent);
  const language = () => (document.getElementById("language-en")?.checked ? "en" : root.dataset.language || "ar");
  const word = (key) => vocabulary[language()]?.[key] ?? key;

  // Choices are remembered where the browser lets a page remember; a file opened from disk may not.
  const remembered = {
    get(key) { try { return localStorage.getItem(`tawatur-${key}`); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(`tawatur-${key}`, value); } catch { /* not allowed here */ } },
  };

  const asPrinted = new WeakMap();
  const switches = { language: showLanguage, digits: showDigits };
  for (const [name, show] of Object.entries(switches)) {
    const choices = [...document.querySelectorAll(`input[name=${name}][type=radio]`)];
    const before = choices.find((choice) => choice.value === remembered.get(name));
    if (before) before.checked = true;
    for (const choice of choices) {
      choice.addEventListener("change", () => { remembered.set(name, choice.value); show(); });
    }
    if (before && before !== choices[0]) show();
  }

  function showLanguage() {
    root.dir = language() === "ar" ? "rtl" : "ltr";
    redrawCharts();
  }

  function inDigits(text) {
    if (!document.getElementById("digits-arab")?.checked && root.dataset.digits !== "arab") return text;
    const arab = text.replace(/(?<=\d),(?=\d)/g, "٬").replace(/(?<=\d)\.(?=\d)/g, "٫");
    return arab.replace(/[0-9]/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]);
  }

  function showDigits() {
    for (const element of document.querySelectorAll(".n, i[lang]")) {
      for (const text of element.childNodes) {
        if (text.nodeType !== Node.TEXT_NODE || !/[0-9٠-٩]/.test(text.data)) continue;
        asPrinted.set(text, asPrinted.get(text) ?? text.data);
        text.data = inDigits(asPrinted.get(text));
      }
    }
    redrawCharts();
  }

  // Charts: one row a figure; a bound that was not given is drawn as an arrow. A chart is drawn
  // when the reader comes near it, and again when language, digits or colours change.
  function draw(box) {
    box.replaceChildren(chart(box));
    box.dataset.drawn = "";
  }

  function redrawCharts() {
    for (const box of document.querySelectorAll(".chart-box[data-drawn]")) draw(box);
  }

  if (typeof Plot !== "undefined") {
    const near = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        draw(target);
      }
    }, { rootMargin: "100% 0%" });
    for (const box of document.querySelectorAll(".chart-box")) near.observe(box);
  }

  function chart(box) {
    const rows = JSON.parse(box.dataset.rows).map((row, i) => ({ ...row, i }));
    const bounds = rows.flatMap((row) => [row.low, row.high]).filter((bound) => bound !== null);
    const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
    const reach = (most - least) * 0.12 || Math.abs(most) * 0.12 || 1;
    const origins = [...new Set(rows.map((row) => row.origin))];
    const right = language() === "ar";
    const width = Math.max(320, Math.min(box.clientWidth || 640, 900));
    const margin = Math.min(250, width * 0.42);
    const marks = { y: "i", stroke: "origin", href: "href", title: "words", strokeWidth: 3 };
    const closed = rows.filter((row) => row.low !== null && row.high !== null && row.low !== row.high);
    const [about, exact] = [true, false].map((is) => rows.filter((row) => (row.modifier === "about") === is));
    const upward = rows.filter((row) => row.low !== null && row.high === null);
    const downward = rows.filter((row) => row.low === null && row.high !== null);
    const label = (i) => {
      const parts = [shortened(rows[i].who, 22), rows[i].when && isolated(inDigits(rows[i].when))];
      return `${right ? "\u2067" : "\u2066"}${parts.filter(Boolean).join(" · ")}\u2069`;
    };
    const wide = least > 0 && most / least > 50;
    const scale = wide ? (n, by) => n * (1 + by * 0.6) : (n, by) => n + reach * by;
    const open = (data, from, by, rotate) => [
      Plot.link(data, { ...marks, x1: from, x2: (row) => scale(row[from], by), y1: "i", y2: "i", strokeDasharray: "3 3" }),
      Plot.dot(data, { ...marks, x: (row) => scale(row[from], by), symbol: "triangle", rotate, r: 4, fill: "origin" }),
    ];
    return Plot.plot({
      className: "chart",
      ariaLabel: word("chart_label"),
      width,
      height: rows.length * 34 + 56,
      marginTop: 16,
      marginBottom: 34,
      marginLeft: right ? 30 : margin,
      marginRight: right ? margin : 30,
      x: { type: wide ? "log" : "linear", domain: [scale(least, wide ? -0.8 : -1.2), scale(most, 1.3)], label: null },
      y: { domain: rows.map((row) => row.i), type: "point", padding: 0.6, label: null },
      color: { domain: origins, range: palette() },
      marks: [
        Plot.gridX({ stroke: "currentColor", strokeOpacity: 0.15 }),
        Plot.axisX({ ticks: 5, label: null, tickFormat: (n) => inDigits(n.toLocaleString("en")) }),
        Plot.axisY({ anchor: right ? "right" : "left", tickFormat: label, tickSize: 0, label: null, fontSize: 12 }),
        Plot.link(closed, { ...marks, x1: "low", x2: "high", y1: "i", y2: "i" }),
        ...open(upward, "low", 0.9, 90),
        ...open(downward, "high", -0.9, -90),
        Plot.dot(exact, { ...marks, x: (row) => row.low ?? row.high, r: 5, fill: "origin" }),
        Plot.dot(exact.filter((row) => row.high !== null), { ...marks, x: "high", r: 5, fill: "origin" }),
        Plot.dot(about, { ...marks, x: (row) => row.low ?? row.high, symbol: "diamond", r: 6, fill: "var(--sheet)" }),
        Plot.text(rows, { x: (row) => row.high ?? row.low, y: "i", dy: -12, text: (row) => isolated(inDigits(figure(row))), fill: "currentColor", fontWeight: 600 }),
      ],
    });
  }

  function isolated(text) {
    return `\u2066${text}\u2069`;
  }

  function shortened(text, length) {
    return text.length > length ? `${text.slice(0, length - 1)}…` : text;
  }

  function figure(row) {
    const [low, high] = [row.low, row.high].map((bound) => bound?.toLocaleString("en"));
    if (low === high) return row.modifier === "about" ? `≈ ${low}` : low;
    if (high === undefined) return row.modifier === "more_than" ? `> ${low}` : `≥ ${low}`;
    if (low === undefined) return row.modifier === "less_than" ? `< ${high}` : `≤ ${high}`;
    return `${low}–${high}`;
  }

  function palette() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    return dark
      ? ["#6cc5d3", "#ecc061", "#d0adff", "#7fd096", "#ff9d97", "#88c7ff", "#e0e0d8"]
      : ["#0b6070", "#a86400", "#6a2ba8", "#216e3a", "#a3262f", "#0b5b94", "#444"];
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawCharts);

  // The card: what was found at a highlight and why.
  const card = document.getElementById("card");
  const rules = JSON.parse(document.getElementById("rules")?.textContent ?? "[]");
  const tells = ["name", "who", "act", "form", "value", "type", "rule"];

  function tell(mark) {
    const list = document.createElement("dl");
    const told = toldOf(mark);
    for (const key of tells.filter((key) => told[key])) {
      const [term, value] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = word(`tell_${key}`);
      value.dir = "auto";
      value.textContent = saying(key, told[key]);
      list.append(term, value);
    }
    card.replaceChildren(list);
    card.hidden = false;
    const place = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const left = Math.min(Math.max(8, place.left), innerWidth - card.offsetWidth - 8);
    const below = place.bottom + card.offsetHeight + 12 < innerHeight;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? place.bottom + 8 : place.top - card.offsetHeight - 8) + scrollY}px`;
    mark.setAttribute("aria-describedby", "card");
  }

  // A content or source tells what its cue tells; a name tells what its row says.
  function toldOf(mark) {
    const cue = mark.dataset.of && document.getElementById(mark.dataset.of);
    const told = { ...(cue ?? mark).dataset };
    const row = mark.className === "entity" && mark.hash && document.getElementById(mark.hash.slice(1));
    return { ...told, rule: rules[told.r], name: row ? row.querySelector("strong").textContent : "" };
  }

  function saying(key, value) {
    if (key === "act" || key === "form") return word(`${key}_${value}`);
    return key === "type" ? word(`time_${value}`) : value;
  }

  function hush() {
    card.hidden = true;
    for (const mark of document.querySelectorAll("[aria-describedby=card]")) mark.removeAttribute("aria-describedby");
  }

  if (card) {
    const over = (event) => {
      const mark = event.target.closest?.("[data-r], [data-of]");
      if (mark) tell(mark); else hush();
    };
    document.addEventListener("mouseover", over);
    document.addEventListener("focusin", over);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hush(); });
  }

  // The way back: a jump inside the page can be undone where the reader is looking.
  const back = document.getElementById("back");
  if (back) {
    let jumps = 0;
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href^='#'], .chart a");
      if (link) { jumps += 1; back.hidden = false; }
    });
    back.addEventListener("click", () => {
      jumps -= 1;
      back.hidden = jumps <= 0;
      history.back();
    });
  }

  // A place inside something folded is unfolded before it is shown.
  function unfold() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    let folded = target.closest("details:not([open])");
    while (folded) {
      folded.open = true;
      folded = folded.parentElement.closest("details:not([open])");
    }
    target.scrollIntoView({ block: "center" });
    if (target.matches("a, [tabindex]")) target.focus({ preventScroll: true });
  }
  addEventListener("hashchange", unfold);
  unfold();
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details:not([open])")) folded.open = true;
    if (typeof Plot !== "undefined") for (const box of document.querySelectorAll(".chart-box:not([data-drawn])")) draw(box);
  });
})();
