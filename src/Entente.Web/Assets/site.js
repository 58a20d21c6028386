// Makes a marked report better to walk: hovering over words or cards lights both up, n and p go from claim to claim. Everything works without it.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const reading = document.querySelector(".reading");
  if (!reading) return;
  const cards = [...reading.querySelectorAll(".card")];
  const marks = [...reading.querySelectorAll(".m")];
  const ids = element => (element.dataset.c || "").split(" ");
  let at = -1, walking = false;

  const light = wanted => {
    for (const element of [...cards, ...marks]) element.classList.toggle("lit", wanted.length > 0 && ids(element).some(id => wanted.includes(id)));
  };
  // Scrolls inside the column of cards alone, so that the text stays where it is.
  const bring = card => {
    const aside = card.closest("aside");
    if (!aside || aside.scrollHeight <= aside.clientHeight) return;
    const top = card.offsetTop - aside.offsetTop;
    if (top < aside.scrollTop || top + card.offsetHeight > aside.scrollTop + aside.clientHeight) aside.scrollTop = top - 40;
  };
  const go = index => {
    if (cards.length === 0) return;
    at = (index + cards.length) % cards.length;
    const id = cards[at].dataset.c;
    light([id]);
    bring(cards[at]);
    const mark = marks.find(m => ids(m).includes(id));
    walking = true;
    if (mark) { mark.scrollIntoView({ block: "center" }); mark.focus({ preventScroll: true }); } else cards[at].focus();
    walking = false;
  };

  for (const element of [...cards, ...marks]) {
    const on = () => { light(ids(element)); if (element.classList.contains("m")) { const card = cards.find(c => c.dataset.c === ids(element)[0]); if (card) bring(card); } };
    element.addEventListener("mouseenter", on);
    element.addEventListener("mouseleave", () => light([]));
    element.addEventListener("focus", () => { if (walking) return; on(); at = cards.findIndex(c => ids(element).includes(c.dataset.c)); });
  }
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "n" || event.key === "j") go(at + 1);
    else if (event.key === "p" || event.key === "k") go(at - 1);
  });
  // An address with #c-ID lights the claim up and shows its words.
  const fromAddress = () => {
    const index = cards.findIndex(c => "#" + c.id === location.hash);
    if (index >= 0) go(index);
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();
})();
