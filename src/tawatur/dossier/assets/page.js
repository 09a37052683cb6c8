// What a page does beyond showing: switches, the card of a highlight, the way back.
const Page = (() => {
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
    document.dispatchEvent(new Event("read-otherwise"));
  }

  function inDigits(text) {
    if (!document.getElementById("digits-arab")?.checked && root.dataset.digits !== "arab") return text;
    const arab = text.replace(/(?<=\d),(?=\d)/g, "٬").replace(/(?<=\d)\.(?=\d)/g, "٫");
    return arab.replace(/[0-9]/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]);
  }

  function showDigits() {
    for (const element of document.querySelectorAll(".n, i")) {
      for (const text of element.childNodes) {
        if (text.nodeType !== Node.TEXT_NODE || !/[0-9٠-٩]/.test(text.data)) continue;
        asPrinted.set(text, asPrinted.get(text) ?? text.data);
        text.data = inDigits(asPrinted.get(text));
      }
    }
    document.dispatchEvent(new Event("read-otherwise"));
  }

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
    show(list, mark);
  }

  // A mark of a chart tells its title to whoever comes by keyboard, as the browser does by mouse.
  function tellTitle(mark) {
    const line = document.createElement("p");
    line.dir = "auto";
    line.textContent = mark.querySelector("title").textContent;
    show(line, mark);
  }

  function show(told, mark) {
    card.replaceChildren(told);
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
      const drawn = event.type === "focusin" && event.target.closest?.(".chart a");
      if (mark) tell(mark); else if (drawn) tellTitle(drawn); else hush();
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
    if (!target.matches("a")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
  addEventListener("hashchange", unfold);
  unfold();
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details:not([open])")) folded.open = true;
  });

  return { language, word, inDigits };
})();
